package com.paycrypt.sdk.internal.inbox.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs statements on a given connection. */
final class Statements {
    /** MariaDB's and MySQL's: they have no SQL state for it. */
    private static final int LOCK_TIMEOUT = 1205;

    private Statements() {}

    /** Whether a row would have violated a unique index. */
    static boolean isConflict(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    /** Whether a statement waited too long for a lock. */
    static boolean isLockTimeout(SQLException e) {
        return e.getErrorCode() == LOCK_TIMEOUT;
    }

    /** Some drivers throw the same exception twice, which cannot suppress itself. */
    static void suppress(Throwable other, Throwable thrown) {
        if (!other.equals(thrown)) {
            thrown.addSuppressed(other);
        }
    }

    static <T> List<T> all(
            Connection connection, Dialect dialect, String query, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, dialect, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    static int update(Connection connection, Dialect dialect, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, dialect, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement once for each list of parameters, in one round trip where the driver can. */
    static int updateEach(Connection connection, Dialect dialect, String sql, List<List<?>> parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.sql(sql))) {
            for (List<?> each : parameters) {
                set(statement, each.toArray());
                statement.addBatch();
            }
            return IntStream.of(statement.executeBatch())
                    .filter(rows -> rows != 0)
                    .map(rows -> 1)
                    .sum();
        }
    }

    static PreparedStatement prepare(Connection connection, Dialect dialect, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(dialect.sql(sql));
        try {
            set(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            set(statement, i + 1, parameters[i]);
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setLong(index, ((Number) value).longValue());
        }
    }

    /** Reads the current row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
