package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * After which delays a failed delivery is tried again, by the sandbox's clock.
 *
 * @param delays the delay after each failed attempt in turn; none left, none more
 */
public record RetrySchedule(List<Duration> delays) {
    /** One attempt and no more, as running servers were seen to do. */
    public static final RetrySchedule NONE = new RetrySchedule(List.of());

    /**
     * Checks and copies the delays.
     *
     * @throws IllegalArgumentException if a delay is negative
     */
    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("the delay before a retry must not be negative: " + delays);
        }
    }

    /** Running servers deliver once, whatever the schedule. */
    Optional<Instant> next(int failures, Dialect dialect, Instant now) {
        return dialect.isSeenRunning() || failures > delays.size()
                ? Optional.empty()
                : Optional.of(now.plus(delays.get(failures - 1)));
    }
}
