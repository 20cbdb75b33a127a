package com.paycrypt.sdk.internal.inbox.jdbc;

import com.paycrypt.sdk.internal.inbox.InboxStore.TransactionWork;
import com.paycrypt.sdk.internal.inbox.jdbc.InboxTransaction.RowKey;
import com.paycrypt.sdk.internal.inbox.jdbc.Statements.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on borrowed connections. */
final class Sql {
    private final DataSource dataSource;
    private volatile @Nullable Dialect dialect;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs single statements, each a transaction of its own. */
    <T extends @Nullable Object> T run(ConnectionCallback<T> work) throws SQLException {
        try (ConnectionScope scope = ConnectionScope.autoCommit(dataSource)) {
            return work.run(scope.connection(), dialect(scope.connection()));
        }
    }

    /** Runs statements in one transaction. */
    <T> T transaction(ConnectionCallback<T> work) throws SQLException {
        return SerializationFailures.retry(() -> {
            try (ConnectionScope scope = ConnectionScope.transaction(dataSource)) {
                return transaction(scope, work);
            }
        });
    }

    private <T> T transaction(ConnectionScope scope, ConnectionCallback<T> work) throws SQLException {
        try {
            T result = work.run(scope.connection(), dialect(scope.connection()));
            scope.connection().commit();
            return result;
        } catch (Throwable e) {
            scope.rollBack(e);
            throw e;
        }
    }

    /** Runs a handler's transaction, again after a serialization failure. */
    void inTransaction(RowKey key, TransactionWork work) throws Exception {
        SerializationFailures.<@Nullable Void, Exception>retry(() -> {
            try (ConnectionScope scope = ConnectionScope.transaction(dataSource)) {
                transaction(scope, key).run(work);
                return null;
            }
        });
    }

    private InboxTransaction transaction(ConnectionScope scope, RowKey key) throws SQLException {
        Dialect spoken = dialect(scope.connection());
        return spoken.insertsWaitForLocks()
                ? new SavepointTransaction(scope, spoken, key)
                : new LockedTransaction(scope, spoken, key);
    }

    <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return all(query, reader, parameters).stream().findFirst();
    }

    /** Runs a single query, again after a serialization failure. */
    <T> List<T> all(String query, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return SerializationFailures.retry(
                () -> run((connection, spoken) -> Statements.all(connection, spoken, query, reader, parameters)));
    }

    /** Runs a single update, again after a serialization failure: an unstored delivery may never be sent again. */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return SerializationFailures.retry(
                () -> run((connection, spoken) -> Statements.update(connection, spoken, sql, parameters)));
    }

    Dialect dialect() throws SQLException {
        Dialect known = dialect;
        return known != null ? known : run((connection, found) -> found);
    }

    private Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    /** Work with a borrowed connection. */
    @FunctionalInterface
    interface ConnectionCallback<T extends @Nullable Object> {
        T run(Connection connection, Dialect dialect) throws SQLException;
    }
}
