package com.paycrypt.sdk.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that requests are signed with: this machine's, until a server proved it wrong. From then on it is the
 * server's, carried on by the monotonic clock, so that setting the machine's clock right changes nothing; until the
 * server refuses that too, and this machine's clock agrees with it.
 */
final class SigningClock {
    /** A little less than the 300 s that servers tolerate. */
    private static final Duration LEAST = Duration.ofSeconds(240);

    private static final Duration MOST = Duration.ofHours(24);

    private final Clock clock;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Anchor anchor;

    SigningClock(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** The unix second to sign with. */
    long seconds(@Nullable Anchor trial) {
        Anchor used = trial == null ? anchor : trial;
        return used == null ? machineSeconds() : used.seconds(nanos.getAsLong());
    }

    /** The server's time as of now, if it is so far from the time signed with that it may explain a refusal. */
    @Nullable
    Anchor trial(@Nullable Instant serverTime, long signedAt) {
        if (serverTime == null) {
            return null;
        }
        Duration off =
                Duration.between(Instant.ofEpochSecond(signedAt), serverTime).abs();
        return off.compareTo(LEAST) > 0 && off.compareTo(MOST) <= 0
                ? new Anchor(serverTime.getEpochSecond(), nanos.getAsLong())
                : null;
    }

    /**
     * Whether this machine's clock agrees with the server's and the time signed with does not: the monotonic clock stood
     * still while the machine slept, or somebody has set the clock right.
     */
    boolean machineIsRight(@Nullable Instant serverTime, long signedAt) {
        return serverTime != null && !isClose(serverTime, signedAt) && isClose(serverTime, machineSeconds());
    }

    /** Signs with this machine's time from now on. Returns whether it was another until now. */
    boolean returnToMachine() {
        lock.lock();
        try {
            boolean returned = anchor != null;
            anchor = null;
            return returned;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isClose(Instant serverTime, long second) {
        return Duration.between(Instant.ofEpochSecond(second), serverTime).abs().compareTo(LEAST) <= 0;
    }

    private long machineSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    /** Signs with this from now on. Returns the server's time minus this machine's; null if that is known already. */
    @Nullable
    Duration keep(Anchor proven) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            Anchor before = anchor;
            anchor = proven;
            boolean known = before != null && Math.abs(before.seconds(now) - proven.seconds(now)) <= LEAST.toSeconds();
            return known ? null : Duration.ofSeconds(proven.seconds(now) - machineSeconds());
        } finally {
            lock.unlock();
        }
    }

    /**
     * A second of the server and the reading of the monotonic clock it was learnt at.
     *
     * @param second unix seconds
     * @param nanos reading of the monotonic clock
     */
    record Anchor(long second, long nanos) {
        long seconds(long now) {
            return second + Math.floorDiv(now - nanos, 1_000_000_000L);
        }
    }
}
