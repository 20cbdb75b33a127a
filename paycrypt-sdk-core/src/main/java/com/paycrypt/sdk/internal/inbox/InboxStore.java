package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * The operations of the inbox on its table, one row per delivery: everything that workers and receivers do to shared state
 * goes through here. Each method is atomic, none waits for a row that a handler holds in its transaction, and time is the
 * store's own. Implementations are safe for use by any number of threads and processes.
 *
 * <p>A row is <em>pending</em> until it is handled or exhausted. While a lease on it runs it is <em>in progress</em>: its
 * token names the holder, its due time is the end of the lease. Of one session at most one row is in progress, the oldest
 * pending one, save where a copy or a person asks for another. Digests name deliveries. Every method throws
 * {@link SQLException} if the database fails.
 */
public interface InboxStore {
    /** Creates the table and its indexes if they are missing; only reads if they are there. */
    void createTable() throws SQLException;

    /**
     * Stores a delivery, leased to the caller whatever else is pending. Returns {@link InsertOutcome#LEASED} or
     * {@link InsertOutcome#PRESENT}.
     *
     * @throws SQLException if the delivery is not stored
     */
    InsertOutcome insert(NewDelivery delivery, String token) throws SQLException;

    /**
     * Stores a delivery, leased to the caller unless another delivery of its session is pending.
     *
     * @throws SQLException if the delivery is not stored
     */
    InsertOutcome insertInOrder(NewDelivery delivery, String token) throws SQLException;

    /**
     * Stores a delivery as pending and due at once. Returns {@link InsertOutcome#ENQUEUED} or
     * {@link InsertOutcome#PRESENT}.
     *
     * @throws SQLException if the delivery is not stored
     */
    InsertOutcome enqueue(NewDelivery delivery) throws SQLException;

    /** Returns the state of a delivery, without waiting for its holder. */
    RowState state(String digest) throws SQLException;

    /**
     * Leases a pending delivery because a copy of it came in. This is not an attempt: a sender of copies could use them
     * up. Returns false if the delivery, or another of its session, is in progress, or if it is handled or absent.
     */
    boolean lease(String digest, String token) throws SQLException;

    /** Returns whether some delivery is due, by one indexed query. */
    boolean hasDue() throws SQLException;

    /** Leases due deliveries, at most one of each session, and counts an attempt for each. */
    List<StoredDelivery> claimDue(Selection selection, String token, int limit) throws SQLException;

    /** Exhausts the deliveries whose last attempt ended without an outcome: their holders died. */
    List<StoredDelivery> exhaustAbandoned(int limit) throws SQLException;

    /** Extends leases. Rows that a handler holds in its transaction are left out: their lock protects them. */
    void renew(Collection<String> digests, Collection<String> tokens) throws SQLException;

    /**
     * Returns deliveries whose handling has not begun: they are due again at once, and their attempt does not count.
     */
    void giveBack(Collection<String> digests, String token) throws SQLException;

    /** Records that a delivery is handled. Returns false if another holder has leased it since. */
    boolean complete(String digest, String token) throws SQLException;

    /** Returns whether a holder's delivery was recorded as handled by its transaction. */
    boolean isCompleted(String digest, String token) throws SQLException;

    /**
     * Records that a delivery is handled, as part of the caller's transaction. Returns false if it is handled
     * already.
     */
    boolean complete(String digest, Connection connection) throws SQLException;

    /**
     * Records that an attempt failed: the delivery is due after the back-off, or exhausted. A row that some
     * transaction has locked is left as it is. Returns false if another holder has leased it since, or if it is
     * handled.
     */
    boolean fail(String digest, String token, String error) throws SQLException;

    /**
     * Runs work in a transaction that also records the delivery as handled; skips the work if it is handled already.
     * Repeats itself after a serialization failure.
     *
     * @throws Exception if the work or the database failed; nothing of the transaction remains
     */
    void inTransaction(String digest, TransactionWork work) throws Exception;

    /** Returns the deliveries that are neither handled nor in progress, oldest first. */
    List<StoredDelivery> pending(int limit) throws SQLException;

    /** Makes a delivery due at once, exhausted or not. Returns false if it is in progress, handled or absent. */
    boolean retry(String digest) throws SQLException;

    /** Closes a delivery without handling it. Returns false if it is in progress, handled or absent. */
    boolean discard(String digest) throws SQLException;

    /** Counts what is not handled, by one indexed query. */
    InboxCounts counts() throws SQLException;

    /**
     * Deletes deliveries that were handled some time ago and of which no copy is accepted any more. An interrupt ends
     * it early.
     */
    int deleteHandled(long millis) throws SQLException;

    /** The result of storing a delivery. */
    enum InsertOutcome {
        /** The delivery is stored now, leased to the caller. */
        LEASED,
        /** The delivery is stored now and pending: an earlier delivery of its session comes first. */
        ENQUEUED,
        /** The delivery was stored before. */
        PRESENT
    }

    /** The state of a delivery in the inbox. */
    enum RowState {
        /** The delivery is not stored. */
        ABSENT,
        /** The delivery is stored and not handled, and no lease on it runs. */
        PENDING,
        /** A lease on the delivery runs: it is being handled. */
        IN_PROGRESS,
        /** The delivery was handled or discarded. */
        HANDLED
    }

    /**
     * Which due deliveries are claimed first. Claims take turns through all of them: new deliveries do not wait for a backlog,
     * and a delivery that kills its process does not take the others of its batch with it again and again.
     */
    enum Selection {
        /** Deliveries without a lease, longest due first. */
        OLDEST,
        /** Deliveries without a lease, most recently due first. */
        NEWEST,
        /** Deliveries whose lease ended without an outcome: their process died or lost its database. */
        ABANDONED
    }

    /** Work inside a transaction. */
    @FunctionalInterface
    interface TransactionWork {
        /**
         * Does the work.
         *
         * @throws Exception if the work failed; the transaction is rolled back
         */
        void run(Connection connection) throws Exception;
    }
}
