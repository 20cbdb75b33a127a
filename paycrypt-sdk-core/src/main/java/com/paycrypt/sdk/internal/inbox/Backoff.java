package com.paycrypt.sdk.internal.inbox;

/** The delay before the next attempt: 30 s after the first failure, doubled each time up to an hour; 20 attempts in all. */
public final class Backoff {
    private static final long FIRST_MILLIS = 30_000;
    private static final long MAX_MILLIS = 3_600_000;
    private static final int DOUBLINGS = 7;
    public static final int MAX_ATTEMPTS = 20;

    private Backoff() {}

    static long afterMillis(int attempts) {
        return Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS));
    }

    static boolean isLast(int attempts) {
        return attempts >= MAX_ATTEMPTS;
    }

    /** The delay in milliseconds as an SQL expression over the column {@code attempts}. */
    public static String sql() {
        StringBuilder cases = new StringBuilder("CASE");
        for (int attempts = 1; attempts <= DOUBLINGS; attempts++) {
            cases.append(" WHEN attempts <= ").append(attempts).append(" THEN ").append(afterMillis(attempts));
        }
        return cases.append(" ELSE ").append(MAX_MILLIS).append(" END").toString();
    }
}
