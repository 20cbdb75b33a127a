package com.paycrypt.sdk.internal.json;

/** The bytes are no event; the message says what is wrong and quotes nothing of them. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong; without a stack trace, since senders decide how often it happens.
     *
     * @param message what is wrong
     */
    public MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}
