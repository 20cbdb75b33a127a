package com.paycrypt.sdk.internal.json;

/** Thrown when bytes are not an event; the message says what is wrong and quotes nothing of them. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates the exception without a stack trace, since senders decide how often it is thrown. */
    public MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}
