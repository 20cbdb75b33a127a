package com.paycrypt.sandbox.model;

import java.util.Locale;

/** The state of a session, derived from its transfers, its deadline and how it was ended. */
public enum State {
    /** Nothing that counts has come in. */
    OPEN("created"),

    /** The whole amount was seen; confirmations are missing. */
    PENDING("pending"),

    /** Less than the amount came in; the customer can still send the rest. */
    UNDERPAID("pending"),

    /** Paid in full. */
    PAID("completed"),

    /** Paid, with more than the amount. */
    OVERPAID("completed"),

    /** The payment failed for good. */
    FAILED("failed"),

    /** The customer went back to the shop. */
    CANCELLED("failed"),

    /** The amount did not come in in time. */
    EXPIRED("failed");

    private final String wireStatus;

    State(String wireStatus) {
        this.wireStatus = wireStatus;
    }

    /**
     * Returns the status that the API gives: only the four that were seen of servers, {@code created}, {@code pending},
     * {@code completed} and {@code failed}.
     *
     * @return the status
     */
    public String wireStatus() {
        return wireStatus;
    }

    /**
     * Returns whether the customer can still pay something.
     *
     * @return true until the amount has come in or the session is over
     */
    public boolean isPayable() {
        return this == OPEN || this == UNDERPAID;
    }

    /**
     * Returns whether the amount has come in and is confirmed.
     *
     * @return true if the shop has its money
     */
    public boolean isPaid() {
        return this == PAID || this == OVERPAID;
    }

    /**
     * Returns whether the session was ended without being paid.
     *
     * @return true if it failed, was cancelled or has expired
     */
    public boolean isOver() {
        return this == FAILED || this == CANCELLED || this == EXPIRED;
    }

    /**
     * Returns the name used in pages and in the sandbox's own JSON.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
