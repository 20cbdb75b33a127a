package com.paycrypt.sdk.internal.webhook;

/** Thrown when a header came more than once; without a stack trace, since senders decide how often it is thrown. */
public final class RepeatedHeaderException extends Exception {
    private static final long serialVersionUID = 1L;

    RepeatedHeaderException(String name) {
        super(
                name + " came more than once: look for a proxy that adds it, or an attempt to smuggle a second value",
                null,
                false,
                false);
    }
}
