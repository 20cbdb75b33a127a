package com.paycrypt.sdk.internal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;

/**
 * In what the databases differ: how they tell the time in unix milliseconds, and how they define the table. The time is
 * the database's own, the same for every process that shares the inbox, and free of session time zones. It stands still
 * within a statement: no index can be searched for a time that moves on.
 */
enum Dialect {
    POSTGRESQL("CAST(FLOOR(EXTRACT(EPOCH FROM STATEMENT_TIMESTAMP()) * 1000) AS BIGINT)") {
        @Override
        List<String> schema() {
            return List.of(table("BYTEA", "", ""), DUE, DONE);
        }

        @Override
        boolean tellsTransactions() {
            return true;
        }

        @Override
        String ours() {
            return "txid_status(?) <> 'aborted'";
        }
    },
    MARIADB("(TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000)") {
        @Override
        List<String> schema() {
            return List.of(table(
                    "LONGBLOB",
                    ",\n  KEY paycrypt_webhook_inbox_due (state, due_at),\n  KEY paycrypt_webhook_inbox_done (state, done_at)",
                    " ENGINE=InnoDB DEFAULT CHARACTER SET ascii COLLATE ascii_bin"));
        }

        @Override
        String delete() {
            return "DELETE i FROM paycrypt_webhook_inbox i FORCE INDEX (PRIMARY)";
        }
    },
    /** In words that all of its compatibility modes know. */
    H2("CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)") {
        @Override
        List<String> schema() {
            return List.of(table("BINARY LARGE OBJECT", "", ""), DUE, DONE);
        }

        @Override
        String most() {
            return "FETCH FIRST ? ROWS ONLY";
        }
    };

    private static final String DUE =
            "CREATE INDEX IF NOT EXISTS paycrypt_webhook_inbox_due ON paycrypt_webhook_inbox (state, due_at)";
    private static final String DONE =
            "CREATE INDEX IF NOT EXISTS paycrypt_webhook_inbox_done ON paycrypt_webhook_inbox (state, done_at)";

    private final String now;

    Dialect(String now) {
        this.now = now;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB", "MySQL" -> MARIADB;
            case "H2" -> H2;
            default ->
                throw new SQLFeatureNotSupportedException(
                        "the webhook inbox knows PostgreSQL, MariaDB and H2, not " + product);
        };
    }

    /** The statements that create the table where it is not there yet. */
    abstract List<String> schema();

    /** Ends a query that is to give a number of rows at most. */
    String most() {
        return "LIMIT ?";
    }

    /** Begins a deletion by the primary key: a database that chose another index would lock the rows it passes. */
    String delete() {
        return "DELETE FROM paycrypt_webhook_inbox";
    }

    /** Whether the database numbers transactions, and can tell of a number whether that one was rolled back. */
    boolean tellsTransactions() {
        return false;
    }

    /** Holds of a row for as long as the transaction that locked it was not rolled back. */
    String ours() {
        return "done_at = ?";
    }

    /** Fills in what differs. */
    String sql(String text) {
        return text.replace("{now}", now)
                .replace("{most}", most())
                .replace("{ours}", ours())
                .replace("{delete}", delete());
    }

    private static String table(String bytes, String index, String options) {
        return """
                CREATE TABLE IF NOT EXISTS paycrypt_webhook_inbox (
                  digest VARCHAR(64) NOT NULL PRIMARY KEY,
                  state VARCHAR(8) NOT NULL,
                  token VARCHAR(36),
                  due_at BIGINT NOT NULL,
                  attempts INT NOT NULL,
                  received_at BIGINT NOT NULL,
                  done_at BIGINT,
                  expires_at BIGINT NOT NULL,
                  event_type VARCHAR(100) NOT NULL,
                  order_id VARCHAR(100) NOT NULL,
                  session_id VARCHAR(100) NOT NULL,
                  last_error VARCHAR(500),
                  body %s NOT NULL%s
                )%s""".replaceFirst("%s", bytes).replaceFirst("%s", index).replaceFirst("%s", options);
    }
}
