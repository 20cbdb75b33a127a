package com.paycrypt.sdk.internal.webhook;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Allows a log line at most once a second. */
public final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final AtomicLong next;

    RateLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    boolean allows() {
        long due = next.get();
        long now = nanoTime.getAsLong();
        return now - due >= 0 && next.compareAndSet(due, now + SECOND);
    }
}
