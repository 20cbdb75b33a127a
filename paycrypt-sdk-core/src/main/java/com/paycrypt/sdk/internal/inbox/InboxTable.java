package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code paycrypt_webhook_inbox}: one row per delivery, moved on by single statements that compare and set, so
 * that any number of processes share it without waiting for each other. {@code due_at} is the end of the lease while
 * somebody holds the row, and the time of the next attempt while nobody does.
 */
public final class InboxTable {
    private static final int BATCH = 500;
    private static final String HELD = "(token IS NOT NULL AND due_at > {now})";
    private static final String FREE = "state <> 'DONE' AND NOT " + HELD;
    private static final String IS_DUE = "state = 'WAITING' AND due_at <= {now}";

    /** Whoever held it last neither finished nor failed; a person who has it tried again leaves no token. */
    private static final String USED_UP = "(attempts >= " + Backoff.MAX_ATTEMPTS + " AND token IS NOT NULL)";

    private static final String OLD = "state = 'DONE' AND done_at <= {now} - ? AND expires_at <= {now}";
    private static final String ROW =
            "SELECT digest, body, attempts, received_at, due_at, state, last_error FROM paycrypt_webhook_inbox ";

    private final Sql sql;
    private final long leaseMillis;
    private final long lifeMillis;

    /**
     * The table in a database.
     *
     * @param dataSource the database
     * @param lease how long a row is held for whoever claimed it
     * @param life how long a row that is done is kept at least
     */
    public InboxTable(DataSource dataSource, Duration lease, Duration life) {
        this.sql = new Sql(dataSource);
        this.leaseMillis = lease.toMillis();
        this.lifeMillis = life.toMillis();
    }

    /**
     * Creates the table where it is not there yet.
     *
     * @throws SQLException if the database refuses
     */
    public void create() throws SQLException {
        sql.run((connection, dialect) -> {
            for (String statement : dialect.schema()) {
                create(connection, dialect, statement);
            }
            return null;
        });
    }

    /** IF NOT EXISTS fails where another process creates the same in the same moment: by then it is there. */
    private static void create(Connection connection, Dialect dialect, String statement) throws SQLException {
        try {
            Sql.update(connection, dialect, statement);
        } catch (SQLException first) {
            createAgain(connection, dialect, statement, first);
        }
    }

    private static void createAgain(Connection connection, Dialect dialect, String statement, SQLException first)
            throws SQLException {
        try {
            Sql.update(connection, dialect, statement);
        } catch (SQLException again) {
            Sql.suppress(first, again);
            throw again;
        }
    }

    /**
     * How a delivery stands; reads without waiting for whoever holds the row.
     *
     * @param digest the delivery
     * @return its standing
     * @throws SQLException if the database cannot tell
     */
    public Standing standing(String digest) throws SQLException {
        String query =
                "SELECT state, CASE WHEN " + HELD + " THEN 1 ELSE 0 END FROM paycrypt_webhook_inbox WHERE digest = ?";
        return sql.first(query, InboxTable::standing, digest).orElse(Standing.ABSENT);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getString(1).equals("DONE")) {
            return Standing.DONE;
        }
        return row.getInt(2) == 1 ? Standing.HELD : Standing.FREE;
    }

    /**
     * Stores a delivery, held by whoever stores it.
     *
     * @param delivery the delivery
     * @param token the holder's token
     * @return false if it was there already
     * @throws SQLException if it could not be stored
     */
    public boolean store(NewDelivery delivery, String token) throws SQLException {
        try {
            sql.update(
                    "INSERT INTO paycrypt_webhook_inbox (digest, state, token, due_at, attempts, received_at,"
                            + " expires_at, event_type, order_id, session_id, body)"
                            + " VALUES (?, 'WAITING', ?, {now} + ?, 1, {now}, {now} + ?, ?, ?, ?, ?)",
                    delivery.digest(),
                    token,
                    leaseMillis,
                    lifeMillis,
                    delivery.type(),
                    delivery.order(),
                    delivery.session(),
                    delivery.body());
            return true;
        } catch (SQLException e) {
            return isStoredBy(token, delivery.digest(), e);
        }
    }

    /**
     * Why a delivery could not be stored is for the table to say, not for the failure: it may be there, stored by a copy
     * that was faster, or by us where only the database's answer was lost.
     */
    private boolean isStoredBy(String token, String digest, SQLException failure) throws SQLException {
        String query = "SELECT CASE WHEN token = ? THEN 1 ELSE 0 END FROM paycrypt_webhook_inbox WHERE digest = ?";
        Optional<Boolean> ours;
        try {
            ours = sql.first(query, row -> row.getInt(1) == 1, token, digest);
        } catch (SQLException second) {
            Sql.suppress(second, failure);
            throw failure;
        }
        return ours.orElseThrow(() -> failure);
    }

    /**
     * Takes a stored delivery that nobody holds, because a copy of it came in. That is none of its attempts: whoever has
     * a copy could use them up by sending it again and again.
     *
     * @param digest the delivery
     * @param token the new holder's token
     * @return false if somebody holds it, or it is done or not there
     * @throws SQLException if it could not be taken
     */
    public boolean take(String digest, String token) throws SQLException {
        return take(digest, token, FREE, "");
    }

    /**
     * Takes a stored delivery whose next attempt is due, if there is one left.
     *
     * @param digest the delivery
     * @param token the new holder's token
     * @return false if it is not due: somebody else was faster
     * @throws SQLException if it could not be taken
     */
    public boolean takeDue(String digest, String token) throws SQLException {
        return take(digest, token, IS_DUE + " AND NOT " + USED_UP, ", attempts = attempts + 1");
    }

    private boolean take(String digest, String token, String condition, String counted) throws SQLException {
        String taken = "token = ?, due_at = {now} + ?, last_error = NULL" + counted;
        return change(digest, condition, taken, token, leaseMillis);
    }

    /**
     * Whoever handles a delivery in a transaction holds its row's lock, and may hang: that row is left alone, where an
     * update by itself would wait, and all that comes behind it as well.
     */
    private boolean change(String digest, String condition, String assignments, Object... values) throws SQLException {
        String where = " WHERE digest = ? AND " + condition;
        String unlocked = "SELECT 1 FROM paycrypt_webhook_inbox" + where + " FOR UPDATE SKIP LOCKED";
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(digest);
        return sql.first(unlocked, row -> true, digest).orElse(false)
                && sql.update("UPDATE paycrypt_webhook_inbox SET " + assignments + where, parameters.toArray()) == 1;
    }

    /**
     * Gives up on a delivery that is due after the last of its attempts: its holders died over it or hang, and so never
     * told that they failed. One that ends after all may still finish it.
     *
     * @param digest the delivery
     * @return false if that is not so
     * @throws SQLException if it could not be recorded
     */
    public boolean giveUp(String digest) throws SQLException {
        return change(digest, IS_DUE + " AND " + USED_UP, "state = 'STUCK'");
    }

    /**
     * The holder's work is done.
     *
     * @param digest the delivery
     * @param token the holder's token
     * @return false if somebody else holds it by now
     * @throws SQLException if it could not be recorded
     */
    public boolean finish(String digest, String token) throws SQLException {
        return sql.update(
                                "UPDATE paycrypt_webhook_inbox SET state = 'DONE', done_at = {now}"
                                        + " WHERE digest = ? AND token = ? AND state <> 'DONE'",
                                digest,
                                token)
                        == 1
                || isFinished(digest, token);
    }

    /** Whether the holder's own transaction has recorded it. */
    private boolean isFinished(String digest, String token) throws SQLException {
        String query = "SELECT 1 FROM paycrypt_webhook_inbox WHERE digest = ? AND token = ? AND state = 'DONE'";
        return sql.first(query, row -> true, digest, token).orElse(false);
    }

    /**
     * The holder's work failed: the delivery waits for its next attempt, or is stuck.
     *
     * @param digest the delivery
     * @param token the holder's token
     * @param error what went wrong, as bounded ASCII
     * @return false if somebody else holds it by now, or it is done
     * @throws SQLException if it could not be recorded
     */
    public boolean fail(String digest, String token, String error) throws SQLException {
        int attempts = sql.first(
                        "SELECT attempts FROM paycrypt_webhook_inbox WHERE digest = ? AND token = ?",
                        row -> row.getInt(1),
                        digest,
                        token)
                .orElse(1);
        return sql.update(
                        "UPDATE paycrypt_webhook_inbox SET token = NULL, state = ?, due_at = {now} + ?, last_error = ?"
                                + " WHERE digest = ? AND token = ? AND state <> 'DONE'",
                        Backoff.isLast(attempts) ? "STUCK" : "WAITING",
                        Backoff.after(attempts),
                        error,
                        digest,
                        token)
                == 1;
    }

    /**
     * The deliveries whose next attempt is due, longest due first.
     *
     * @param limit how many at most
     * @return their digests
     * @throws SQLException if the database cannot tell
     */
    public List<String> due(int limit) throws SQLException {
        return sql.all(
                "SELECT digest FROM paycrypt_webhook_inbox WHERE " + IS_DUE + " ORDER BY due_at {most}",
                row -> row.getString(1),
                limit);
    }

    /**
     * A delivery that is not done.
     *
     * @param digest the delivery
     * @return the row, or none
     * @throws SQLException if the database cannot tell
     */
    public List<StoredDelivery> row(String digest) throws SQLException {
        return sql.all(ROW + "WHERE digest = ? AND state <> 'DONE'", InboxTable::delivery, digest);
    }

    /**
     * The deliveries that are neither done nor held, oldest first.
     *
     * @param limit how many at most
     * @return the rows
     * @throws SQLException if the database cannot tell
     */
    public List<StoredDelivery> unhandled(int limit) throws SQLException {
        return sql.all(
                ROW + "WHERE state IN ('WAITING', 'STUCK') AND NOT " + HELD + " ORDER BY received_at {most}",
                InboxTable::delivery,
                limit);
    }

    private static StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(
                row.getString(1),
                row.getBytes(2),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6).equals("STUCK"),
                row.getString(7));
    }

    /**
     * Makes a delivery due at once that nobody holds, stuck or not.
     *
     * @param digest the delivery
     * @return false if somebody holds it, or it is done or not there
     * @throws SQLException if it could not be recorded
     */
    public boolean makeDue(String digest) throws SQLException {
        return change(digest, FREE, "state = 'WAITING', token = NULL, due_at = {now}");
    }

    /**
     * Closes a delivery that nobody holds, without handling it.
     *
     * @param digest the delivery
     * @return false if somebody holds it, or it is done or not there
     * @throws SQLException if it could not be recorded
     */
    public boolean close(String digest) throws SQLException {
        return change(digest, FREE, "state = 'DONE', token = NULL, done_at = {now}");
    }

    /**
     * Deletes what was done some time ago, once no copy of it can be accepted any more. An interrupt ends it early.
     *
     * @param millis how long ago at least
     * @return how many rows went
     * @throws SQLException if the database refuses
     */
    public int deleteDone(long millis) throws SQLException {
        int deleted = 0;
        int gone;
        do {
            gone = deleteBatch(millis);
            deleted += gone;
        } while (gone > 0 && !Thread.currentThread().isInterrupted());
        return deleted;
    }

    /**
     * Reads without locks, and deletes by the primary key alone: a DELETE that searches would lock the rows it passes, wait
     * for the row of every handler that writes in a transaction, and have each new delivery wait behind it.
     */
    private int deleteBatch(long millis) throws SQLException {
        List<String> old = sql.all(
                "SELECT digest FROM paycrypt_webhook_inbox WHERE " + OLD + " ORDER BY done_at, digest {most}",
                row -> row.getString(1),
                millis,
                BATCH);
        return old.isEmpty() ? 0 : delete(old, millis);
    }

    private int delete(List<String> digests, long millis) throws SQLException {
        List<Object> parameters = new ArrayList<>(digests);
        parameters.add(millis);
        String keys = String.join(", ", Collections.nCopies(digests.size(), "?"));
        return sql.update("{delete} WHERE digest IN (" + keys + ") AND " + OLD, parameters.toArray());
    }

    /**
     * Runs work in the transaction that records it as done, or not at all if it is done already. A second process waits
     * for the row's lock, and then finds it done.
     *
     * @param digest the delivery
     * @param work the work
     * @throws Exception if the work or the database failed; neither the work's writes nor the record remain then
     */
    public void inTransaction(String digest, TransactionWork work) throws Exception {
        sql.inTransaction(digest, work);
    }
}
