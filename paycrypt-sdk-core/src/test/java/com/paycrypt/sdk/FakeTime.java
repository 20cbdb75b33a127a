package com.paycrypt.sdk;

import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits, and chance that is always the same. */
public final class FakeTime {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong wallOffset = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Instant start;

    public FakeTime(Instant start) {
        this.start = start;
    }

    /** A builder on this time. */
    public PayCryptClient.Builder on(PayCryptClient.Builder builder) {
        return on(builder, 0.5);
    }

    public PayCryptClient.Builder on(PayCryptClient.Builder builder, double chance) {
        return builder.time(new TimeSource(new Wall(), nanos::get, () -> chance, this::delay));
    }

    private CompletableFuture<Void> delay(Duration time) {
        if (!Thread.currentThread().isInterrupted()) {
            pauses.add(time);
            pass(time);
        }
        return CompletableFuture.completedFuture(null);
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Somebody sets the machine's clock; the monotonic clock does not notice. */
    public void setWallClock(Duration later) {
        wallOffset.addAndGet(later.toNanos());
    }

    public Instant now() {
        return start.plusNanos(nanos.get() + wallOffset.get());
    }

    public List<Duration> pauses() {
        return pauses;
    }

    private final class Wall extends Clock {
        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
