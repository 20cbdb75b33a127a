package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for what must come. The limit ends a test that hangs; it says nothing about the speed of a machine or its disk. */
final class Await {
    static final int SECONDS = 300;

    private static final long POLL_MILLIS = 10;

    private Await() {}

    static void latch(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    static void permit(Semaphore semaphore) throws InterruptedException {
        assertThat(semaphore.tryAcquire(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** For what gives no signal; asks again and again. */
    static void until(Callable<Boolean> condition) {
        long start = System.nanoTime();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(SECONDS));
                boolean unused = new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError("while waiting", e);
        }
    }
}
