package com.paycrypt.sandbox.session;

import java.util.Locale;

/** Where a session stands. */
public enum State {
    /** Waiting for the customer. */
    OPEN("created"),

    /** A payment was seen and waits for its confirmation. */
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

    /** Nobody paid in time. */
    EXPIRED("failed");

    private final String wireStatus;

    State(String wireStatus) {
        this.wireStatus = wireStatus;
    }

    /**
     * The status of the API: only the four that were seen of servers, {@code created}, {@code pending},
     * {@code completed} and {@code failed}.
     *
     * @return the status
     */
    public String wireStatus() {
        return wireStatus;
    }

    /**
     * Whether the customer can still pay something.
     *
     * @return true until the session is settled
     */
    public boolean isPayable() {
        return this == OPEN || this == UNDERPAID;
    }

    /**
     * The name in pages and in the sandbox's own JSON.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
