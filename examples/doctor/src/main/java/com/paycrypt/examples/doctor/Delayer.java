package com.paycrypt.examples.doctor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the list of events. */
@FunctionalInterface
interface Delayer {
    /** Waits; an interrupt ends the wait and stays set. */
    void pause(Duration time);

    /** Waits by the real clock. */
    static Delayer real() {
        return time -> {
            try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
