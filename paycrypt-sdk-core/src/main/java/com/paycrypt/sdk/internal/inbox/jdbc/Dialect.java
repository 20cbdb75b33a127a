package com.paycrypt.sdk.internal.inbox.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * The differences between databases: the time in unix milliseconds, the migration file, and what takes one statement in
 * some of them and several in others. The time is the database's own, the same for every process that shares the inbox,
 * and free of session time zones. It stands still within a statement: no index can be searched for a time that moves on.
 */
enum Dialect {
    POSTGRESQL("postgresql", "CAST(FLOOR(EXTRACT(EPOCH FROM STATEMENT_TIMESTAMP()) * 1000) AS BIGINT)") {
        @Override
        String noConflict() {
            return " ON CONFLICT DO NOTHING";
        }

        @Override
        boolean hasReturning() {
            return true;
        }

        @Override
        String transactionId() {
            return "txid_current()";
        }

        @Override
        String isOurs() {
            return "txid_status(CAST(? AS BIGINT)) <> 'aborted'";
        }

        @Override
        boolean commitsInOneRoundTrip() {
            return true;
        }
    },
    /** Also tried on MySQL, whose server it was never tested on. */
    MARIADB("mariadb", "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000)") {
        @Override
        String byKey() {
            return "FORCE INDEX (PRIMARY)";
        }

        @Override
        boolean insertsWaitForLocks() {
            return true;
        }

        // A comment to MySQL, whose limit is that of its session.
        @Override
        String soon() {
            return "/*M!100300 SET STATEMENT innodb_lock_wait_timeout = 1 FOR */ ";
        }
    },
    /** In words that all of its compatibility modes know. */
    H2("h2", "CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)") {
        @Override
        String limit() {
            return "FETCH FIRST ? ROWS ONLY";
        }

        @Override
        String transactionId() {
            return "TRANSACTION_ID()";
        }

        @Override
        String isOurs() {
            return "TRANSACTION_ID() = ?";
        }
    };

    private final String directory;
    private final String now;

    Dialect(String directory, String now) {
        this.directory = directory;
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
                        "the webhook inbox supports PostgreSQL, MariaDB, MySQL and H2, not " + product);
        };
    }

    /** The directory of the migration file. */
    String directory() {
        return directory;
    }

    /** Ends a query that returns a limited number of rows. */
    String limit() {
        return "LIMIT ?";
    }

    /** Has a statement search by the primary key alone: by any other index some databases lock the rows that they pass. */
    String byKey() {
        return "";
    }

    /** Has an insert that would violate a unique index insert nothing; elsewhere it fails. */
    String noConflict() {
        return "";
    }

    /** Whether one statement can find rows, lock them, change and return them, and insert a row only if a query is empty. */
    boolean hasReturning() {
        return false;
    }

    /** Has a statement fail that would wait long for a lock. */
    String soon() {
        return "";
    }

    /** Whether an insert waits for a row of the same key that a transaction has locked, written or not. */
    boolean insertsWaitForLocks() {
        return false;
    }

    /** The number of the current transaction; used where inserts do not wait for locks. */
    String transactionId() {
        throw new UnsupportedOperationException(name());
    }

    /** True as long as the transaction of a number was not rolled back; used where inserts do not wait for locks. */
    String isOurs() {
        throw new UnsupportedOperationException(name());
    }

    /** Whether a statement is sent together with the commit after it, which is not run if the statement fails. */
    boolean commitsInOneRoundTrip() {
        return false;
    }

    /** Fills in what differs. */
    String sql(String text) {
        return text.indexOf('{') < 0
                ? text
                : text.replace("{now}", now)
                        .replace("{limit}", limit())
                        .replace("{by key}", byKey())
                        .replace("{soon}", soon())
                        .replace("{no conflict}", noConflict());
    }
}
