package com.paycrypt.sdk.internal.inbox.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Transactions that the database rolled back in favour of others, as it ends deadlocks: run again, they succeed. */
final class SerializationFailures {
    private static final int MAX_TRIES = 5;
    private static final int MAX_CAUSES = 20;

    /** A serialization failure, which deadlocks are to most databases, and PostgreSQL's own state for a deadlock. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private SerializationFailures() {}

    static <T extends @Nullable Object, E extends Exception> T retry(Work<T, E> work) throws E {
        for (int tries = 1; tries < MAX_TRIES; tries++) {
            try {
                return work.run();
            } catch (Exception e) {
                if (!isOne(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
        return work.run();
    }

    /** Frameworks wrap what the driver threw. */
    static boolean isOne(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Work that can be repeated. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }
}
