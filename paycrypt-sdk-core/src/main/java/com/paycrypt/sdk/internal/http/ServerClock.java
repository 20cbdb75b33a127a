package com.paycrypt.sdk.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that requests are signed with: this machine's, until a server proved it wrong. From then on it is the
 * server's, carried on by the monotonic clock, so that correcting the machine's clock changes nothing; until the server
 * rejects that too, and this machine's clock agrees with it.
 */
final class ServerClock {
    /** Differences below this explain nothing. */
    private static final long NOTEWORTHY_SECONDS = 60;

    /** A little less than the 300 s that servers tolerate. */
    private static final Duration MIN_OFFSET = Duration.ofSeconds(240);

    /** From this machine's clock, however often a server rejects the time that it gave itself. */
    private static final Duration MAX_OFFSET = Duration.ofHours(24);

    /** The statuses by which servers reject a signature, a key or a timestamp. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 401, 403);

    private final Clock clock;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Anchor anchor;

    ServerClock(Clock clock, LongSupplier ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Whether the status may be due to a wrong key, timestamp or signature. */
    static boolean isRejection(int status) {
        return REJECTIONS.contains(status);
    }

    /** Whether the status shows that the request passed the checks of key, timestamp and signature. */
    static boolean isAccepted(int status) {
        return status / 100 == 2 || status == 404 || status == 409 || status == 422;
    }

    /** Returns advice about the clocks where they may be the reason for a rejection, else an empty text. */
    static String advice(ApiResponse response, long signedAt) {
        Instant date = response.date();
        if (date == null || !isRejection(response.status())) {
            return "";
        }
        long off = Duration.between(Instant.ofEpochSecond(signedAt), date).toSeconds();
        return Math.abs(off) <= NOTEWORTHY_SECONDS
                ? ""
                : ". The server's clock is " + Math.abs(off) + " s " + (off > 0 ? "ahead of" : "behind")
                        + " the request's timestamp: set this machine's clock (NTP)";
    }

    /** Returns the unix second to sign with. */
    long seconds(@Nullable Anchor trial) {
        Anchor used = trial == null ? anchor : trial;
        return used == null ? machineSeconds() : used.seconds(ticker.getAsLong());
    }

    /** Returns the server's time as of now, if it is so far from the time signed with that it may explain a rejection. */
    @Nullable
    Anchor trial(@Nullable Instant serverTime, long signedAt) {
        return serverTime != null
                        && !isClose(serverTime, signedAt, MIN_OFFSET)
                        && isClose(serverTime, signedAt, MAX_OFFSET)
                        && isClose(serverTime, machineSeconds(), MAX_OFFSET)
                ? new Anchor(serverTime.getEpochSecond(), ticker.getAsLong())
                : null;
    }

    /**
     * Whether this machine's clock agrees with the server's and the time signed with does not: the monotonic clock stood
     * still while the machine slept, or the clock was corrected.
     */
    boolean isMachineRight(@Nullable Instant serverTime, long signedAt) {
        return serverTime != null
                && !isClose(serverTime, signedAt, MIN_OFFSET)
                && isClose(serverTime, machineSeconds(), MIN_OFFSET);
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

    /** Signs with this from now on. Returns the server's time minus this machine's; null if that was known. */
    @Nullable
    Duration keep(Anchor proven) {
        lock.lock();
        try {
            long now = ticker.getAsLong();
            Anchor before = anchor;
            anchor = proven;
            boolean known =
                    before != null && Math.abs(before.seconds(now) - proven.seconds(now)) <= MIN_OFFSET.toSeconds();
            return known ? null : Duration.ofSeconds(proven.seconds(now) - machineSeconds());
        } finally {
            lock.unlock();
        }
    }

    private static boolean isClose(Instant serverTime, long second, Duration tolerance) {
        return Duration.between(Instant.ofEpochSecond(second), serverTime).abs().compareTo(tolerance) <= 0;
    }

    private long machineSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
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
