package com.paycrypt.sdk.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call to PayCrypt failed. The root of all errors of a call; {@link #outcome()} says what became of the request.
 */
public class PayCryptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    /**
     * Makes an error.
     *
     * @param outcome what became of the request
     * @param message what failed, what was found, and what to do next
     * @param cause the cause, or null
     */
    protected PayCryptException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * What became of the request.
     *
     * @return never null
     */
    public Outcome outcome() {
        return outcome;
    }
}
