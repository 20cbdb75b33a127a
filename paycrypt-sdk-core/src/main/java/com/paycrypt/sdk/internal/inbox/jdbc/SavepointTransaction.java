package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.jdbc.InboxTransaction.RowKey;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Locks nothing before the work is done, and knows by a savepoint that the transaction is still the one that it began. Where
 * an insert waits for a row of the same key that is locked, a lock held by a handler would have each copy of its delivery
 * wait as long as the handler runs, with a thread and a connection. The lease keeps others away; if it was lost, the first to
 * complete the row wins, and what the other one wrote is rolled back.
 */
final class SavepointTransaction extends InboxTransaction {
    private static final String NAME = "paycrypt_inbox";
    private static final String CONNECTION_FAILED = "08";

    private @Nullable Savepoint begun;

    SavepointTransaction(ConnectionScope scope, Dialect dialect, RowKey key) {
        super(scope, dialect, key);
    }

    @Override
    boolean begin() throws SQLException {
        begun = connection().setSavepoint(NAME);
        return true;
    }

    @Override
    void completeAndCommit() throws SQLException {
        release();
        if (!update(Rows.COMPLETE, key().inbox(), key().digest())) {
            connection().rollback();
            requireHandled();
        }
        connection().commit();
    }

    private void release() throws SQLException {
        try {
            connection().releaseSavepoint(begun);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_FAILED)) {
                throw e;
            }
            throw rolledBack(e);
        }
    }

    private void requireHandled() throws SQLException {
        String query = "SELECT state FROM paycrypt_webhook_inbox" + Rows.KEY;
        String state =
                Statements.all(connection(), dialect(), query, row -> row.getString(1), key().inbox(), key().digest())
                        .stream()
                        .findFirst()
                        .orElseThrow(Rows::notStored);
        if (!state.equals("HANDLED")) {
            throw rolledBack(null);
        }
    }
}
