package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One delivery handled in one transaction. */
final class Transaction {
    private final Borrowed borrowed;
    private final Connection connection;
    private final Dialect dialect;

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
        String query = "SELECT state FROM paycrypt_webhook_inbox WHERE digest = ? FOR UPDATE";
        try (PreparedStatement statement = Sql.prepare(connection, dialect, query, digest);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException(
                        "the delivery is not in this inbox: give the receiver the inbox as its replayGuard");
            }
            return !rows.getString(1).equals("DONE");
        }
    }

    private void finish(String digest) throws SQLException {
        Sql.update(
                connection,
                dialect,
                "UPDATE paycrypt_webhook_inbox SET state = 'DONE', done_at = {now} WHERE digest = ?",
                digest);
    }

    private void rollBack(Throwable e) {
        try {
            borrowed.rollBack();
        } catch (SQLException second) {
            e.addSuppressed(second);
        }
    }
}
