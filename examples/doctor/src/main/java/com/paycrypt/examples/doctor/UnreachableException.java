package com.paycrypt.examples.doctor;

/** Thrown when there is nothing to examine: the target or the list of events cannot be reached or read. */
final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
