package com.paycrypt.sdk.error;

import org.jspecify.annotations.Nullable;

/** There was no answer: the connection failed, time ran out, or the call was interrupted. */
public final class PayCryptConnectionException extends PayCryptException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param outcome what became of the request
     * @param message what failed, what was found, and what to do next
     * @param cause the cause, or null
     */
    public PayCryptConnectionException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(outcome, message, cause);
    }
}
