package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Session;

/**
 * A move that was made.
 *
 * @param label the move's name, such as {@code pay}
 * @param before the session before it
 * @param after the session after it
 */
public record Change(String label, Session before, Session after) {

    /**
     * Returns whether the session was paid by it.
     *
     * @return true if it was not paid before and is now
     */
    public boolean isPayment() {
        return after.state().isPaid() && !before.state().isPaid();
    }
}
