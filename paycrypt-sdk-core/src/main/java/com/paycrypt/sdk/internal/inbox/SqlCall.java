package com.paycrypt.sdk.internal.inbox;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** A call that the database may fail. */
@FunctionalInterface
public interface SqlCall<T> {
    /** Runs the call. */
    T run() throws SQLException;

    /**
     * Runs a call, and advises what to do if it fails.
     *
     * @throws IllegalStateException if the database fails
     */
    static <T> T advising(SqlCall<T> call) {
        try {
            return call.run();
        } catch (SQLFeatureNotSupportedException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the webhook inbox failed on its database: if the table is missing, call createTable()"
                            + " or run the migration file in the SDK's jar",
                    e);
        }
    }
}
