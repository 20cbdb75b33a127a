package com.paycrypt.sdk;

import com.paycrypt.sdk.internal.http.Surroundings;
import com.paycrypt.sdk.internal.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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
        return builder.surroundings(new Surroundings(new Wall(), nanos::get, () -> chance, Passing::new));
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

    private final class Passing implements Waiting {
        @Override
        public void pause(Duration time) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pauses.add(time);
            pass(time);
        }

        @Override
        public Runnable after(Duration time, Runnable task) {
            pauses.add(time);
            pass(time);
            task.run();
            return () -> {};
        }

        @Override
        public void close() {
            assert nanos.get() >= 0;
        }
    }
}
