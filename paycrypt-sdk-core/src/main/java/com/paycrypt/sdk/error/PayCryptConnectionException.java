package com.paycrypt.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when there is no response: the connection failed, time ran out, or the call was interrupted.
 *
 * <p>{@link #outcome()} is {@link Outcome#NOT_SENT} if it is certain that no byte of the request left, and
 * {@link Outcome#UNKNOWN} otherwise.
 */
public final class PayCryptConnectionException extends PayCryptException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error.
     *
     * @param outcome whether the request took effect
     * @param message what failed, what was found, and what to do next
     * @param cause the cause, or null
     * @param requestId the call's {@code X-Request-ID}; may be empty
     * @param attempts how many attempts were made
     */
    public PayCryptConnectionException(
            Outcome outcome, String message, @Nullable Throwable cause, String requestId, int attempts) {
        super(outcome, message, cause, requestId, attempts);
    }
}
