package com.paycrypt.sdk.internal.http;

import java.time.Duration;

/** Drives a call on the caller's own thread. */
final class BlockingDriver {
    private BlockingDriver() {}

    static <T> T run(ApiCall<T> call, Waiting waiting) {
        Duration pause = call.attempt();
        while (pause != null) {
            pause(pause, waiting);
            pause = call.attempt();
        }
        return call.result();
    }

    /** An interrupt stays set, and the call ends by it before its next attempt. */
    private static void pause(Duration time, Waiting waiting) {
        try {
            waiting.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
