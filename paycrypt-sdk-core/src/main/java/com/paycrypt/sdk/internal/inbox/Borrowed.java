package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection in an auto-commit mode of its own, given back as it came: pools differ in what they mend. */
final class Borrowed implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private boolean abandoned;

    private Borrowed(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
    }

    /** Each statement is a transaction of its own. */
    static Borrowed forSingleStatements(DataSource dataSource) throws SQLException {
        return borrow(dataSource, true);
    }

    /** All statements are one transaction. */
    static Borrowed forTransaction(DataSource dataSource) throws SQLException {
        return borrow(dataSource, false);
    }

    private static Borrowed borrow(DataSource dataSource, boolean autoCommit) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            Borrowed borrowed = new Borrowed(connection);
            connection.setAutoCommit(autoCommit);
            return borrowed;
        } catch (Throwable e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** A connection that cannot roll back does not live on: auto-commit, set again, would commit what it holds. */
    void rollBack() throws SQLException {
        try {
            connection.rollback();
        } catch (Throwable e) {
            abandoned = true;
            connection.abort(Runnable::run);
            throw e;
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
