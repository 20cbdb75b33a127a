package com.paycrypt.sdk.session;

import java.util.Objects;

/**
 * The status of a payment session, in the server's own word.
 *
 * <p>An open value: a word that this version does not know is a status like any other, so compare with {@code equals}
 * and have a default for the rest. That an order is paid is reported by webhook, never by a status read from here.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class SessionStatus {
    /** Created, and not paid yet. Some servers say so of an expired session too. */
    public static final SessionStatus CREATED = new SessionStatus("created");

    /** A payment was seen and is not confirmed yet. */
    public static final SessionStatus PENDING = new SessionStatus("pending");

    /** Paid. */
    public static final SessionStatus COMPLETED = new SessionStatus("completed");

    /** Not paid, and no longer payable. */
    public static final SessionStatus FAILED = new SessionStatus("failed");

    private final String value;

    private SessionStatus(String value) {
        this.value = value;
    }

    /**
     * Returns the status of a word.
     *
     * @param value the server's word, unchanged
     * @return the status
     */
    public static SessionStatus of(String value) {
        return new SessionStatus(Objects.requireNonNull(value, "value"));
    }

    /**
     * Returns the server's word.
     *
     * @return such as {@code created}
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionStatus that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * Returns the server's word.
     *
     * @return such as {@code created}
     */
    @Override
    public String toString() {
        return value;
    }
}
