package com.paycrypt.sdk.servlet.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Waits for what must come. The limit ends a test that hangs; it says nothing about the speed of a machine. */
public final class Await {
    /** The one limit of all waits, far beyond what a slow and shared machine takes. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private Await() {}

    public static void latch(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still waiting for " + latch.getCount());
        }
    }

    public static void all(CyclicBarrier barrier) throws Exception {
        barrier.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
