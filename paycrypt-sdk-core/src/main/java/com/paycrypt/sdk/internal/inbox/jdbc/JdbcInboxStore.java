package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.InboxCounts;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.inbox.jdbc.InboxTransaction.RowKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code paycrypt_webhook_inbox} of a database: rows under one name, each changed by statements that compare and set. */
public final class JdbcInboxStore implements InboxStore {
    private static final int DELETED_AT_ONCE = 500;
    private static final int LANES_FREED_AT_ONCE = 500;

    private final Sql sql;
    private final String inbox;
    private final long leaseMillis;
    private final Inserts inserts;
    private final UnlockedRows rows;

    /** Creates the store of an inbox. */
    public JdbcInboxStore(DataSource dataSource, String inbox, Duration lease, Duration retention) {
        this.sql = new Sql(dataSource);
        this.inbox = inbox;
        this.leaseMillis = lease.toMillis();
        this.inserts = new Inserts(sql, inbox, leaseMillis, retention.toMillis());
        this.rows = new UnlockedRows(sql, inbox);
    }

    @Override
    public void createTable() throws SQLException {
        new Schema(sql).create();
    }

    @Override
    public InsertOutcome insert(NewDelivery delivery, String token) throws SQLException {
        return inserts.insert(delivery, token);
    }

    @Override
    public InsertOutcome insertInOrder(NewDelivery delivery, String token) throws SQLException {
        return inserts.insertInOrder(delivery, token);
    }

    @Override
    public InsertOutcome enqueue(NewDelivery delivery) throws SQLException {
        return inserts.enqueue(delivery);
    }

    @Override
    public RowState state(String digest) throws SQLException {
        String query = "SELECT state, CASE WHEN " + Rows.IN_PROGRESS
                + " THEN 1 ELSE 0 END FROM paycrypt_webhook_inbox i" + Rows.KEY;
        return sql.first(query, Rows::state, inbox, digest).orElse(RowState.ABSENT);
    }

    @Override
    public boolean lease(String digest, String token) throws SQLException {
        return !unlessConflict(RowChange.ofRow(digest, Rows.FREE, Rows.LEASE, token, leaseMillis))
                .isEmpty();
    }

    @Override
    public List<StoredDelivery> claimDue(Selection selection, String token, int limit) throws SQLException {
        List<StoredDelivery> claimed = new ArrayList<>(unlessConflict(new RowChange(
                Rows.due(selection),
                List.of(),
                Rows.order(selection),
                limit,
                Rows.LEASE + ", attempts = attempts + 1",
                List.of(token, leaseMillis))));
        claimed.sort(Comparator.comparingLong(StoredDelivery::receivedAt));
        return claimed;
    }

    /** Two deliveries of one session that are claimed at the same moment exclude each other: the next claim finds one. */
    private List<StoredDelivery> unlessConflict(RowChange change) throws SQLException {
        try {
            return rows.change(change);
        } catch (SQLException e) {
            if (!Statements.isConflict(e)) {
                throw e;
            }
            freeAbandonedLanes();
            return List.of();
        }
    }

    /** The lane may belong to a later delivery whose process died: neither of the two could ever be claimed again. */
    private void freeAbandonedLanes() throws SQLException {
        rows.change(new RowChange(
                Rows.ABANDONED_LANE, List.of(), "i.due_at", LANES_FREED_AT_ONCE, "lane = digest", List.of()));
    }

    @Override
    public boolean hasDue() throws SQLException {
        String query = "SELECT 1 FROM paycrypt_webhook_inbox i WHERE i.inbox = ? AND " + Rows.DUE + " {limit}";
        return sql.first(query, row -> true, inbox, 1).orElse(false);
    }

    @Override
    public List<StoredDelivery> exhaustAbandoned(int limit) throws SQLException {
        return rows.change(new RowChange(Rows.USED_UP, List.of(), "i.due_at", limit, Rows.EXHAUST, List.of()));
    }

    @Override
    public void renew(Collection<String> digests, Collection<String> tokens) throws SQLException {
        String condition =
                "i.digest" + RowChange.in(digests) + " AND i.token" + RowChange.in(tokens) + " AND i.state = 'LEASED'";
        List<String> keys = new ArrayList<>(digests);
        keys.addAll(tokens);
        rows.change(
                new RowChange(condition, keys, "i.digest", digests.size(), "due_at = {now} + ?", List.of(leaseMillis)));
    }

    @Override
    public void giveBack(Collection<String> digests, String token) throws SQLException {
        String condition = "i.digest" + RowChange.in(digests) + " AND i.token = ? AND i.state = 'LEASED'";
        List<String> keys = new ArrayList<>(digests);
        keys.add(token);
        rows.change(new RowChange(condition, keys, "i.digest", digests.size(), Rows.GIVE_BACK, List.of()));
    }

    @Override
    public boolean complete(String digest, String token) throws SQLException {
        return sql.update(Rows.COMPLETE + " AND token = ?", inbox, digest, token) == 1 || isCompleted(digest, token);
    }

    @Override
    public boolean isCompleted(String digest, String token) throws SQLException {
        String query = "SELECT 1 FROM paycrypt_webhook_inbox" + Rows.KEY + " AND token = ? AND state = 'HANDLED'";
        return sql.first(query, row -> true, inbox, digest, token).orElse(false);
    }

    @Override
    public boolean complete(String digest, Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        if (Statements.update(connection, dialect, Rows.COMPLETE, inbox, digest) == 1) {
            return true;
        }
        String query = "SELECT 1 FROM paycrypt_webhook_inbox" + Rows.KEY;
        if (Statements.all(connection, dialect, query, row -> true, inbox, digest)
                .isEmpty()) {
            throw Rows.notStored();
        }
        return false;
    }

    @Override
    public boolean fail(String digest, String token, String error) throws SQLException {
        String held = "i.digest = ? AND i.token = ? AND i.state <> 'HANDLED'";
        return !rows.change(new RowChange(held, List.of(digest, token), "i.digest", 1, Rows.FAIL, List.of(error)))
                .isEmpty();
    }

    @Override
    public void inTransaction(String digest, TransactionWork work) throws Exception {
        sql.inTransaction(new RowKey(inbox, digest), work);
    }

    @Override
    public List<StoredDelivery> pending(int limit) throws SQLException {
        return sql.all(
                "SELECT " + Rows.COLUMNS + " FROM paycrypt_webhook_inbox i WHERE i.inbox = ? AND " + Rows.LISTED
                        + " ORDER BY i.received_at, i.digest {limit}",
                Rows::read,
                inbox,
                limit);
    }

    @Override
    public boolean retry(String digest) throws SQLException {
        return !rows.change(RowChange.ofRow(digest, Rows.FREE, Rows.RETRY)).isEmpty();
    }

    @Override
    public boolean discard(String digest) throws SQLException {
        return !rows.change(RowChange.ofRow(digest, Rows.FREE, Rows.DISCARD)).isEmpty();
    }

    @Override
    public InboxCounts counts() throws SQLException {
        long pending = 0;
        long exhausted = 0;
        long oldest = -1;
        for (StateCount count : sql.all(StateCount.QUERY, StateCount::read, inbox)) {
            pending += count.isExhausted() ? 0 : count.rows();
            exhausted += count.isExhausted() ? count.rows() : 0;
            oldest = count.isExhausted() ? oldest : Math.max(oldest, count.oldestMillis());
        }
        return new InboxCounts(pending, exhausted, oldest);
    }

    @Override
    public int deleteHandled(long millis) throws SQLException {
        int deleted = 0;
        int batch;
        do {
            batch = deleteBatch(millis);
            deleted += batch;
        } while (batch > 0 && !Thread.currentThread().isInterrupted());
        return deleted;
    }

    /**
     * Reads without locks, and deletes by the primary key, row by row: a DELETE that searches, even for a list of keys, may
     * lock the rows that it passes, wait for the row of every handler that writes in a transaction, and have each new
     * delivery wait behind it.
     */
    private int deleteBatch(long millis) throws SQLException {
        List<String> old = sql.all(
                "SELECT i.digest FROM paycrypt_webhook_inbox i WHERE i.inbox = ? AND " + Rows.OLD
                        + " ORDER BY i.due_at, i.digest {limit}",
                row -> row.getString(1),
                inbox,
                millis,
                DELETED_AT_ONCE);
        return old.isEmpty() ? 0 : delete(old);
    }

    private int delete(List<String> digests) throws SQLException {
        List<List<?>> keys = new ArrayList<>();
        digests.stream().sorted().forEach(digest -> keys.add(List.of(inbox, digest)));
        String statement = "DELETE FROM paycrypt_webhook_inbox" + Rows.KEY + " AND state = 'HANDLED'";
        return sql.transaction((connection, dialect) -> Statements.updateEach(connection, dialect, statement, keys));
    }

    /** How many rows are in one state, and the age of the oldest. */
    private record StateCount(boolean isExhausted, long rows, long oldestMillis) {
        static final String QUERY = "SELECT i.state, COUNT(*), MAX({now} - i.received_at) FROM paycrypt_webhook_inbox i"
                + " WHERE i.inbox = ? AND i.state IN ('PENDING', 'LEASED', 'EXHAUSTED') GROUP BY i.state";

        static StateCount read(ResultSet row) throws SQLException {
            return new StateCount(row.getString(1).equals("EXHAUSTED"), row.getLong(2), row.getLong(3));
        }
    }
}
