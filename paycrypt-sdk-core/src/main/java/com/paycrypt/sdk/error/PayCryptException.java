package com.paycrypt.sdk.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call to PayCrypt fails. The root of all errors of a call.
 *
 * <pre>{@code
 * try {
 *     session = payCrypt.paymentSessions().create(request);
 * } catch (PayCryptException e) {
 *     switch (e.outcome()) {
 *         case NOT_SENT, REJECTED -> showThatPaymentIsUnavailable(e);
 *         case UNKNOWN -> tryTheSameOrderAgainLater(e);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link #outcome()} says whether the request took effect, over all attempts of the call: it is {@code NOT_SENT} only if
 * no attempt was sent, and {@code UNKNOWN} as soon as one attempt may have been carried out.
 *
 * <p>No message and no other part of an error holds a secret, the API key or a signature.
 */
public abstract class PayCryptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the request took effect. */
    private final Outcome outcome;

    /** The id that the call carried. */
    private final String requestId;

    /** How often the request was tried. */
    private final int attempts;

    /**
     * Creates an error.
     *
     * @param outcome whether the request took effect
     * @param message what failed, what was found, and what to do next
     * @param cause the cause, or null
     * @param requestId the call's {@code X-Request-ID}
     * @param attempts how many attempts were made
     */
    PayCryptException(Outcome outcome, String message, @Nullable Throwable cause, String requestId, int attempts) {
        super(message, cause);
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        this.attempts = attempts;
    }

    /**
     * Returns whether the request took effect.
     *
     * @return the outcome over all attempts of the call
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the {@code X-Request-ID} of the call, as the response gave it or else as it was sent: what PayCrypt's support asks
     * for.
     *
     * @return the id; empty where none was made
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Returns how many attempts were made, the last included.
     *
     * @return the number of attempts; 0 if the call ended before the first
     */
    public int attempts() {
        return attempts;
    }
}
