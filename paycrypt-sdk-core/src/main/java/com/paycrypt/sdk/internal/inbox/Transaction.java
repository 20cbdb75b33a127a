package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** One delivery handled in one transaction. */
final class Transaction {
    private final Borrowed borrowed;
    private final Connection connection;
    private final Dialect dialect;

    /** What the row or the database knows this transaction by, for as long as it was not rolled back. */
    private long mark = -1 - ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

    Transaction(Borrowed borrowed, Dialect dialect) {
        this.borrowed = borrowed;
        this.connection = borrowed.connection();
        this.dialect = dialect;
    }

    void run(String digest, TransactionWork work) throws Exception {
        try {
            if (lockOpen(digest)) {
                work.with(connection);
                finish(digest);
            }
            connection.commit();
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        }
    }

    /** Locks the row, and says whether there is still something to do. */
    private boolean lockOpen(String digest) throws SQLException {
        return dialect.tellsTransactions() ? lock(digest) : writeMark(digest) || isOpen(digest);
    }

    /** Without writing: a copy that is stored in the same moment would wait for a row that is written. */
    private boolean lock(String digest) throws SQLException {
        String query = "SELECT state, txid_current() FROM paycrypt_webhook_inbox WHERE digest = ? FOR UPDATE";
        try (PreparedStatement statement = Sql.prepare(connection, dialect, query, digest);
                ResultSet row = statement.executeQuery()) {
            boolean open = isOpen(row);
            mark = row.getLong(2);
            return open;
        }
    }

    private boolean writeMark(String digest) throws SQLException {
        return update(
                "UPDATE paycrypt_webhook_inbox SET done_at = ? WHERE digest = ? AND state <> 'DONE'", mark, digest);
    }

    /** Of a row that could not be marked: what is open all the same changed in between, and the mark is not found then. */
    private boolean isOpen(String digest) throws SQLException {
        String query = "SELECT state FROM paycrypt_webhook_inbox WHERE digest = ?";
        try (PreparedStatement statement = Sql.prepare(connection, dialect, query, digest);
                ResultSet row = statement.executeQuery()) {
            return isOpen(row);
        }
    }

    private static boolean isOpen(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new IllegalStateException(
                    "the delivery is not in this inbox: give the receiver the inbox as its replayGuard");
        }
        return !row.getString(1).equals("DONE");
    }

    /**
     * Some databases end a deadlock by rolling back all of a transaction, and go on with a new one if a handler only tries
     * its last statement again: then the lock is gone, and with it what the handler wrote before.
     */
    private void finish(String digest) throws SQLException {
        String done = "UPDATE paycrypt_webhook_inbox SET state = 'DONE', done_at = {now}"
                + " WHERE digest = ? AND state <> 'DONE' AND {ours}";
        if (!update(done, digest, mark)) {
            throw new IllegalStateException(
                    "the transaction was rolled back while the handler ran, by the database, as it ends deadlocks, or by the"
                            + " handler itself: let every SQLException out of it, and neither commit nor roll back in it");
        }
    }

    private boolean update(String sql, Object... parameters) throws SQLException {
        return Sql.update(connection, dialect, sql, parameters) == 1;
    }

    private void rollBack(Throwable e) {
        try {
            borrowed.rollBack();
        } catch (Throwable second) {
            Sql.suppress(second, e);
        }
    }
}
