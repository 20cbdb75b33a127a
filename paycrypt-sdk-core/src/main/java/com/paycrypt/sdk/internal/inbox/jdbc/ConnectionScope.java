package com.paycrypt.sdk.internal.inbox.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A borrowed connection in a given auto-commit mode, returned in its original one: pools differ in what they reset. */
final class ConnectionScope implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private boolean abandoned;

    private ConnectionScope(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
    }

    /** Each statement is a transaction of its own. */
    static ConnectionScope autoCommit(DataSource dataSource) throws SQLException {
        return borrow(dataSource, true);
    }

    /** All statements are one transaction. */
    static ConnectionScope transaction(DataSource dataSource) throws SQLException {
        return borrow(dataSource, false);
    }

    private static ConnectionScope borrow(DataSource dataSource, boolean autoCommit) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            ConnectionScope scope = new ConnectionScope(connection);
            connection.setAutoCommit(autoCommit);
            return scope;
        } catch (Throwable e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Rolls back after a failure, which keeps its place as the cause. */
    void rollBack(Throwable failure) {
        try {
            connection.rollback();
        } catch (Throwable second) {
            abandon();
            Statements.suppress(second, failure);
        }
    }

    /** A connection that cannot roll back must not live on: auto-commit, set again, would commit what it holds. */
    private void abandon() {
        abandoned = true;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyBroken) {
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection closed = connection) {
            if (!abandoned) {
                closed.setAutoCommit(autoCommit);
            }
        }
    }
}
