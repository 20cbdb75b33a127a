package com.paycrypt.sdk.internal.inbox;

/** When a failed delivery is tried again: after 30 s, then twice as long each time, up to an hour; 20 times in all. */
final class Backoff {
    private static final long FIRST = 30_000;
    private static final long LONGEST = 3_600_000;
    static final int MAX_ATTEMPTS = 20;
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    static long after(int attempts) {
        return Math.min(LONGEST, FIRST << Math.min(attempts - 1, DOUBLINGS));
    }

    static boolean isLast(int attempts) {
        return attempts >= MAX_ATTEMPTS;
    }
}
