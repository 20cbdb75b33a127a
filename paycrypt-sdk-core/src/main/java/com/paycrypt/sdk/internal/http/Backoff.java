package com.paycrypt.sdk.internal.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before a retry for which the server named no time: full jitter, so that clients do not march in step. */
final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long MOST_MILLIS = 8_000;
    private static final int MOST_DOUBLINGS = 4;

    private Backoff() {}

    static Duration before(int retry, DoubleSupplier random) {
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(retry - 1, MOST_DOUBLINGS));
        return Duration.ofNanos((long) (random.getAsDouble() * most * 1_000_000L));
    }
}
