package com.paycrypt.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what must come. The limit ends a test that hangs; it says nothing about the speed of a machine or its disk. */
public final class Await {
    /** The one limit of all waits and tests, far beyond what a slow and shared machine takes. */
    public static final int SECONDS = 300;

    /** A time limit under test that every step before it keeps on any machine. */
    public static final Duration REACHED_IN_TIME = Duration.ofSeconds(5);

    private static final long POLL_MILLIS = 10;

    private Await() {}

    public static void latch(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    public static void permits(Semaphore semaphore, int permits) throws InterruptedException {
        assertThat(semaphore.tryAcquire(permits, SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    public static <T> T result(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    public static void end(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }

    public static void end(Process process) throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** For what gives no signal; asks again and again. */
    public static void until(Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.call()) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(SECONDS));
            boolean unused = never.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
