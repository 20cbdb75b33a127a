package com.paycrypt.sdk.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the attempts of one client whose time is over. One thread, which exists only while there are calls, looks at all
 * of them every now and then: OkHttp's own time limit wakes a thread for each call and doubles what a call costs.
 */
final class Deadlines implements AutoCloseable {
    private static final long TICK_MILLIS = 20;
    private static final int IDLE_TICKS = 250;

    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ThreadFactory threads;

    Deadlines(ThreadFactory threads) {
        this.threads = threads;
    }

    void enter(Attempt attempt) {
        running.add(attempt);
        if (closed.getCount() == 0) {
            attempt.cancel();
        } else if (!watched.get()) {
            watch();
        }
    }

    void exit(Attempt attempt) {
        running.remove(attempt);
    }

    @Override
    public void close() {
        closed.countDown();
        for (Attempt attempt : running) {
            attempt.cancel();
        }
    }

    private void watch() {
        if (watched.compareAndSet(false, true)) {
            start();
        }
    }

    /** Where the system has no thread left, the next attempt asks for one again. */
    private void start() {
        try {
            threads.newThread(new Watch()).start();
        } catch (Throwable e) {
            watched.set(false);
            throw e;
        }
    }

    private void lookWhileUsed() {
        for (int idle = 0; idle < IDLE_TICKS && !closedWithinATick(); idle++) {
            idle = running.isEmpty() ? idle : 0;
            endThoseOver();
        }
    }

    private void endThoseOver() {
        long now = System.nanoTime();
        for (Attempt attempt : running) {
            attempt.endIfOver(now);
        }
    }

    private boolean closedWithinATick() {
        try {
            return closed.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Whoever enters while this ends is seen by the last look. */
    private final class Watch implements Runnable {
        @Override
        public void run() {
            try {
                lookWhileUsed();
            } finally {
                watched.set(false);
                if (closed.getCount() > 0 && !running.isEmpty()) {
                    watch();
                }
            }
        }
    }
}
