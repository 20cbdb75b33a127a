package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** One delivery handled in one transaction: the row is locked, the work done, the row completed, all committed. */
final class InboxTransaction {
    private final ConnectionScope scope;
    private final Connection connection;
    private final Dialect dialect;
    private final RowKey key;

    /** What the row or the database knows this transaction by, as long as it was not rolled back. */
    private long mark = -1 - ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

    InboxTransaction(ConnectionScope scope, Dialect dialect, RowKey key) {
        this.scope = scope;
        this.connection = scope.connection();
        this.dialect = dialect;
        this.key = key;
    }

    void run(TransactionWork work) throws Exception {
        try {
            if (lockPending()) {
                work.run(connection);
                complete();
            }
            connection.commit();
        } catch (Throwable e) {
            scope.rollBack(e);
            throw e;
        }
    }

    /** Locks the row, and returns whether the delivery is still to be handled. */
    private boolean lockPending() throws SQLException {
        return dialect.numbersTransactions() ? lock() : writeMark() || isPending();
    }

    /** Without writing: a copy that is stored at the same moment would wait for a row that is written. */
    private boolean lock() throws SQLException {
        String query =
                "SELECT state, txid_current() FROM paycrypt_webhook_inbox WHERE inbox = ? AND digest = ? FOR UPDATE";
        try (PreparedStatement statement = Statements.prepare(connection, dialect, query, key.inbox(), key.digest());
                ResultSet row = statement.executeQuery()) {
            boolean pending = isPending(row);
            mark = row.getLong(2);
            return pending;
        }
    }

    private boolean writeMark() throws SQLException {
        return update(
                "UPDATE paycrypt_webhook_inbox SET handled_at = ?"
                        + " WHERE inbox = ? AND digest = ? AND state <> 'HANDLED'",
                mark,
                key.inbox(),
                key.digest());
    }

    /** Of a row without a mark: if it is pending all the same, it changed in between, and the mark is not found then. */
    private boolean isPending() throws SQLException {
        String query = "SELECT state FROM paycrypt_webhook_inbox WHERE inbox = ? AND digest = ?";
        try (PreparedStatement statement = Statements.prepare(connection, dialect, query, key.inbox(), key.digest());
                ResultSet row = statement.executeQuery()) {
            return isPending(row);
        }
    }

    private static boolean isPending(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw Rows.notStored();
        }
        return !row.getString(1).equals("HANDLED");
    }

    /**
     * Some databases end a deadlock by rolling back all of a transaction, and begin a new one if a handler only repeats
     * its last statement: then the lock is gone, and with it what the handler wrote before.
     */
    private void complete() throws SQLException {
        if (!update(Rows.COMPLETE + " AND {ours}", key.inbox(), key.digest(), mark)) {
            throw new IllegalStateException(
                    "the transaction was rolled back while the handler ran, by the database, as it ends deadlocks, or by the"
                            + " handler itself: let every SQLException out of it, and neither commit nor roll back in it");
        }
    }

    private boolean update(String sql, Object... parameters) throws SQLException {
        return Statements.update(connection, dialect, sql, parameters) == 1;
    }
}
