package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.InboxStore.TransactionWork;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One delivery handled in one transaction: the work done, the row completed, all committed or nothing. */
abstract class InboxTransaction {
    private final ConnectionScope scope;
    private final Dialect dialect;
    private final RowKey key;

    InboxTransaction(ConnectionScope scope, Dialect dialect, RowKey key) {
        this.scope = scope;
        this.dialect = dialect;
        this.key = key;
    }

    final void run(TransactionWork work) throws Exception {
        try {
            if (begin()) {
                work.run(connection());
                completeAndCommit();
            } else {
                connection().commit();
            }
        } catch (Throwable e) {
            scope.rollBack(e);
            throw e;
        }
    }

    /** Returns false if the delivery is known to be handled already. */
    abstract boolean begin() throws SQLException;

    /**
     * Completes the row, and commits. Some databases end a deadlock by rolling back all of a transaction, and begin a new one if a handler
     * only repeats its last statement: then what the handler wrote before is gone.
     */
    abstract void completeAndCommit() throws SQLException;

    final Connection connection() {
        return scope.connection();
    }

    final Dialect dialect() {
        return dialect;
    }

    final RowKey key() {
        return key;
    }

    final boolean update(String sql, Object... parameters) throws SQLException {
        return Statements.update(connection(), dialect, sql, parameters) == 1;
    }

    static IllegalStateException rolledBack(@Nullable SQLException cause) {
        return new IllegalStateException(
                "the transaction was rolled back while the handler ran, by the database, as it ends deadlocks, or by the"
                        + " handler itself: let every SQLException out of it, and neither commit nor roll back in it",
                cause);
    }

    /**
     * The primary key of a row.
     *
     * @param inbox the name of the inbox
     * @param digest the digest of the delivery
     */
    record RowKey(String inbox, String digest) {}
}
