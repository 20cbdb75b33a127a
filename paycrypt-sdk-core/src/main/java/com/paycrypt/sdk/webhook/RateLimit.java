package com.paycrypt.sdk.webhook;

import java.util.concurrent.atomic.AtomicLong;

/** Allows something at most once a second. */
final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    boolean allows() {
        long now = System.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + SECOND);
    }
}
