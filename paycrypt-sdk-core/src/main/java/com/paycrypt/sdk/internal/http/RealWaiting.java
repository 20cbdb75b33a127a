package com.paycrypt.sdk.internal.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Waiting on the monotonic clock, with one timer thread that exists only while an asynchronous call waits. */
final class RealWaiting implements Waiting {
    private static final long IDLE_SECONDS = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Later> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ScheduledThreadPoolExecutor timer;

    @Override
    public void pause(Duration time) throws InterruptedException {
        boolean unused = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Runnable after(Duration time, Runnable task) {
        Later later = new Later(task);
        waiting.add(later);
        try {
            ScheduledFuture<?> scheduled = timer().schedule(later, time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> {
                scheduled.cancel(false);
                later.run();
            };
        } catch (RejectedExecutionException e) {
            later.run();
            return () -> {};
        } catch (Throwable e) {
            waiting.remove(later);
            throw e;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        timer().shutdownNow();
        for (Later later : waiting) {
            later.run();
        }
    }

    private ScheduledThreadPoolExecutor timer() {
        lock.lock();
        try {
            if (timer == null) {
                timer = newTimer();
            }
            return timer;
        } finally {
            lock.unlock();
        }
    }

    private static ScheduledThreadPoolExecutor newTimer() {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, new DaemonThreads("paycrypt-timer"));
        made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        made.allowCoreThreadTimeOut(true);
        made.setRemoveOnCancelPolicy(true);
        return made;
    }

    /** A task that runs once: by the timer, or earlier by whoever is in a hurry. */
    private final class Later implements Runnable {
        private final Runnable task;

        Later(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (waiting.remove(this)) {
                task.run();
            }
        }
    }
}
