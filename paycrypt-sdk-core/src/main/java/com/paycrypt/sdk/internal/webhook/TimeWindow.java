package com.paycrypt.sdk.internal.webhook;

import java.time.Clock;

/** The window of 300 s to either side of the clock in which a timestamp is accepted (PayCrypt API guide, Security headers). */
public final class TimeWindow {
    public static final int SECONDS = 300;

    private final Clock clock;

    public TimeWindow(Clock clock) {
        this.clock = clock;
    }

    /** Returns the age of a timestamp in unix seconds, negative if it lies in the future. */
    public long age(long timestamp) {
        return Math.floorDiv(clock.millis(), 1000L) - timestamp;
    }

    /** Whether a delivery of this age is accepted: 300 s are, 301 s are not. */
    public static boolean contains(long age) {
        return -SECONDS <= age && age <= SECONDS;
    }
}
