package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * After which waits a failed delivery is tried again, by the sandbox's clock.
 *
 * @param waits the wait after each failed attempt in turn; none left, none more
 */
public record RetrySchedule(List<Duration> waits) {
    /** Three more attempts: after 5 s, 30 s and 2 minutes. */
    public static final RetrySchedule USUAL =
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2)));

    /** One attempt and no more, as running servers were seen to do. */
    public static final RetrySchedule ONCE = new RetrySchedule(List.of());

    /**
     * Checks and copies the waits.
     *
     * @throws IllegalArgumentException if a wait is negative
     */
    public RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a wait before a retry must not be negative: " + waits);
        }
    }

    /** Running servers deliver once, whatever the schedule. */
    @Nullable
    Instant next(int failures, Dialect dialect, Instant now) {
        return dialect.isSeenRunning() || failures > waits.size() ? null : now.plus(waits.get(failures - 1));
    }
}
