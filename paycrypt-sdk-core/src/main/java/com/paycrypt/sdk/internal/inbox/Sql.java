package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on borrowed connections. */
final class Sql {
    private static final int MOST_TRIES = 5;

    /** A serialization failure, which deadlocks are to most databases, and PostgreSQL's own state for a deadlock. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01");

    private final DataSource dataSource;
    private volatile @Nullable Dialect dialect;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T extends @Nullable Object> T run(SqlWork<T> work) throws SQLException {
        try (Borrowed borrowed = Borrowed.forSingleStatements(dataSource)) {
            Connection connection = borrowed.connection();
            return work.with(connection, dialect(connection));
        }
    }

    /**
     * Runs a single statement, and runs it again where the database has undone it in favour of another: a delivery that
     * cannot be stored may never be sent again.
     */
    private <T> T runSingle(SqlWork<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return run(work);
            } catch (SQLException e) {
                if (tries == MOST_TRIES || e.getSQLState() == null || !UNDONE.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    void inTransaction(String digest, TransactionWork work) throws Exception {
        try (Borrowed borrowed = Borrowed.forTransaction(dataSource)) {
            new Transaction(borrowed, dialect(borrowed.connection())).run(digest, work);
        }
    }

    <T> Optional<T> first(String query, RowReader<T> reader, Object... parameters) throws SQLException {
        return all(query, reader, parameters).stream().findFirst();
    }

    <T> List<T> all(String query, RowReader<T> reader, Object... parameters) throws SQLException {
        return runSingle((connection, spoken) -> {
            try (PreparedStatement statement = prepare(connection, spoken, query, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        });
    }

    int update(String sql, Object... parameters) throws SQLException {
        return runSingle((connection, spoken) -> update(connection, spoken, sql, parameters));
    }

    /** Some drivers throw the same exception twice, which cannot be told to have followed itself. */
    static void suppress(Throwable other, Throwable told) {
        if (!other.equals(told)) {
            told.addSuppressed(other);
        }
    }

    private Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    static int update(Connection connection, Dialect dialect, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, dialect, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, Dialect dialect, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(dialect.sql(sql));
        try {
            for (int i = 0; i < parameters.length; i++) {
                set(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setLong(index, ((Number) value).longValue());
        }
    }
}
