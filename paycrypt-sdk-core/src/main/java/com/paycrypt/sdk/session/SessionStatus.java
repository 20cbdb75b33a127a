package com.paycrypt.sdk.session;

import java.util.Objects;

/**
 * Where a payment session stands, in the server's own word.
 *
 * <p>An open value: a word that this version does not know is a status like any other, so compare with {@code equals}
 * and let the rest fall to a default. The paid order is told by the webhook, never by a status read from here.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class SessionStatus {
    /** Made, and not paid yet. Some servers say so of an expired session too. */
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
     * The status of that word.
     *
     * @param value the server's word, as it stands
     * @return the status
     */
    public static SessionStatus of(String value) {
        return value.equals(CREATED.value) ? CREATED : new SessionStatus(Objects.requireNonNull(value, "value"));
    }

    /**
     * The server's word.
     *
     * @return such as {@code created}; empty where the server gave none
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
     * The server's word.
     *
     * @return such as {@code created}
     */
    @Override
    public String toString() {
        return value;
    }
}
