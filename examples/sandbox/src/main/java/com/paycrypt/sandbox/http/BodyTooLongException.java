package com.paycrypt.sandbox.http;

/** A request body is longer than its handler takes: answered with 413. */
public final class BodyTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLongException(int limit) {
        super("the body is longer than " + limit + " bytes");
    }
}
