package com.paycrypt.examples.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's database. Safe for any number of threads; each piece of work has a connection of its own. */
public final class Database implements AutoCloseable {
    private final JdbcConnectionPool pool;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** Work inside one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * A database that lives as long as this process.
     *
     * @return an empty database
     */
    public static Database inMemory() {
        return open("jdbc:h2:mem:" + UUID.randomUUID() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }

    /**
     * A database in a file.
     *
     * @param file the file without its extension; made if it is not there
     * @return the database
     */
    public static Database at(Path file) {
        return open("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }

    private static Database open(String url) {
        Database database = new Database(JdbcConnectionPool.create(url, "shop", ""));
        database.transaction(Database::createTables);
        return database;
    }

    /** Runs work in a transaction: all of it is kept, or none where it throws. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return committed(work, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the shop's database failed: " + e.getMessage(), e);
        }
    }

    private static <T> T committed(Work<T> work, Connection connection) throws SQLException {
        boolean done = false;
        try {
            T result = work.with(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private static boolean createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(schema());
        }
    }

    private static String schema() {
        try (InputStream file = Database.class.getResourceAsStream("schema.sql")) {
            return new String(Objects.requireNonNull(file, "schema.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("schema.sql cannot be read", e);
        }
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException("the shop's database cannot be shut down: " + e.getMessage(), e);
        } finally {
            pool.dispose();
        }
    }
}
