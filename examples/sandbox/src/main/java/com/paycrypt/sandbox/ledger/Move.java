package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Session;
import java.util.Optional;

/**
 * Something that a customer, a network or time does to a session.
 *
 * @param label its name, as in the paths of the checkout's forms
 * @param step what becomes of the session
 */
public record Move(String label, Step step) {

    /** What becomes of a session. */
    @FunctionalInterface
    public interface Step {
        /**
         * Makes the step.
         *
         * @param before the session as of now
         * @param dialect the dialect of the moment
         * @return the session after it, or empty if its state does not allow the step
         */
        Optional<Session> from(Session before, Dialect dialect);
    }
}
