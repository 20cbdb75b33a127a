package com.paycrypt.sdk.internal.inbox.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the table by the migration files that shops with Flyway or Liquibase run themselves. */
final class Schema {
    private static final int MAX_TRIES = 10;
    private static final String PROBE = "SELECT inbox, digest, state, token, lane, due_at, attempts, received_at,"
            + " handled_at, expires_at, api_key, event_type, order_id, session_id, last_error, payload"
            + " FROM paycrypt_webhook_inbox WHERE 1 = 0";

    private final Sql sql;

    Schema(Sql sql) {
        this.sql = sql;
    }

    /** Reads first: an account that must not create anything does not have to. */
    void create() throws SQLException {
        sql.run((connection, dialect) -> {
            if (!isThere(connection)) {
                create(connection, dialect);
            }
            return null;
        });
    }

    /** Another process may create the same at the same moment, which fails once for each index: by then it is there. */
    private static void create(Connection connection, Dialect dialect) throws SQLException {
        SQLException failure = null;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            SQLException last = createOnce(connection, dialect);
            if (last == null) {
                probe(connection);
                return;
            }
            failure = last;
        }
        throw Objects.requireNonNull(failure);
    }

    private static @Nullable SQLException createOnce(Connection connection, Dialect dialect) {
        for (String statement : statements(dialect.directory())) {
            try (PreparedStatement created = connection.prepareStatement(statement)) {
                created.executeUpdate();
            } catch (SQLException e) {
                return e;
            }
        }
        return null;
    }

    private static boolean isThere(Connection connection) {
        try {
            probe(connection);
            return true;
        } catch (SQLException missing) {
            return false;
        }
    }

    private static void probe(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PROBE)) {
            query.executeQuery().close();
        }
    }

    /** The statements of a migration file, without what ends them. */
    static List<String> statements(String directory) {
        String file = "/db/paycrypt/" + directory + "/V1__webhook_inbox.sql";
        try (InputStream in = Schema.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the SDK's jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";\\s*"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
