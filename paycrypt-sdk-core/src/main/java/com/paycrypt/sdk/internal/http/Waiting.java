package com.paycrypt.sdk.internal.http;

import java.time.Duration;

/** How one client lets time pass: on the caller's own thread, or without any. */
public interface Waiting extends AutoCloseable {
    /** Blocks for that long, or until the client is closed. */
    void pause(Duration time) throws InterruptedException;

    /**
     * Runs a short task once after that long, or when the client is closed, holding no thread meanwhile.
     *
     * @return runs it at once if it has not run
     */
    Runnable after(Duration time, Runnable task);

    /** Ends all pauses and runs all waiting tasks now. */
    @Override
    void close();
}
