package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.jdbc.InboxTransaction.RowKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Locks the row first, and learns the number by which the database knows the transaction as long as it was not rolled back. */
final class LockedTransaction extends InboxTransaction {
    private static final String DIVISION_BY_ZERO = "22012";

    private String id = "";

    LockedTransaction(ConnectionScope scope, Dialect dialect, RowKey key) {
        super(scope, dialect, key);
    }

    /** Without writing: a copy that is stored at the same moment would wait for a row that is written. */
    @Override
    boolean begin() throws SQLException {
        String lock = "SELECT state, " + dialect().transactionId() + " FROM paycrypt_webhook_inbox" + Rows.KEY
                + " FOR UPDATE";
        try (PreparedStatement statement =
                        Statements.prepare(connection(), dialect(), lock, key().inbox(), key().digest());
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw Rows.notStored();
            }
            id = row.getString(2);
            return !row.getString(1).equals("HANDLED");
        }
    }

    @Override
    void completeAndCommit() throws SQLException {
        String ours = Rows.COMPLETE + " AND " + dialect().isOurs();
        if (dialect().commitsInOneRoundTrip()) {
            completeAndCommitAtOnce(ours);
            return;
        }
        if (!update(ours, key().inbox(), key().digest(), id)) {
            throw rolledBack(null);
        }
        connection().commit();
    }

    /** What follows a statement that fails is not run: a row that was not completed must be a failure, by a division by zero. */
    private void completeAndCommitAtOnce(String ours) throws SQLException {
        String both = "WITH completed AS (" + ours + " RETURNING 1) SELECT 1 / COUNT(*) FROM completed; COMMIT";
        try (PreparedStatement statement =
                Statements.prepare(connection(), dialect(), both, key().inbox(), key().digest(), id)) {
            statement.execute();
        } catch (SQLException e) {
            if (DIVISION_BY_ZERO.equals(e.getSQLState())) {
                throw rolledBack(e);
            }
            throw e;
        }
    }
}
