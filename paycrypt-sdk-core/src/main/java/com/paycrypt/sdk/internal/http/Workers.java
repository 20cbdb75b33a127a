package com.paycrypt.sdk.internal.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of asynchronous attempts: made on demand, up to a limit, and gone when idle; beyond the limit tasks queue. */
final class Workers implements AutoCloseable {
    static final int MOST_THREADS = 1024;
    private static final int MOST_LATE_THREADS = 16;
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor late = new ThreadPoolExecutor(
            MOST_LATE_THREADS,
            MOST_LATE_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("paycrypt-late"));

    Workers(ThreadFactory threads) {
        HandOver queue = new HandOver();
        this.pool = new ThreadPoolExecutor(0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, queue, threads, queue);
        late.allowCoreThreadTimeOut(true);
    }

    /** Runs the task now, or tells it that it has to queue. */
    void execute(QueuedTask task) {
        pool.execute(task);
    }

    /**
     * Runs what ends a task that queued too long: its caller's callbacks, which may block. All other threads are busy, and
     * the timer's is everybody's.
     */
    void executeLate(Runnable task) {
        late.execute(task);
    }

    @Override
    public void close() {
        pool.shutdown();
        late.shutdown();
    }

    /** A task that wants to know when it does not start at once. */
    interface QueuedTask extends Runnable {
        void queued();
    }

    /** Gives a task to an idle thread or to none, so that the pool makes a new thread before it lets tasks queue. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> implements RejectedExecutionHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        /** What no thread is left for. */
        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
            if (pool.isShutdown()) {
                throw new RejectedExecutionException("the client is closed");
            }
            ((QueuedTask) task).queued();
            super.offer(task);
        }
    }
}
