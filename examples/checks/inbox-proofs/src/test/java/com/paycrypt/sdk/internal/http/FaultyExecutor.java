package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.http.AsyncExecutor.QueuedTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The pool of an {@link AsyncExecutor}, into which a fault is planted that a test of the real one must find. */
final class FaultyExecutor {
    /** What it does wrong. */
    enum Fault {
        /** It looks whether it is closed before it hands a task over, and no more after that. */
        CHECKS_EARLY,
        /** It lets a task queue and does not tell it. */
        QUEUES_SILENTLY,
        /** It hands a task to a thread that waits, or to none. */
        DROPS_WHEN_BUSY
    }

    private final Fault fault;
    private final ThreadPoolExecutor pool;

    FaultyExecutor(ThreadFactory threads, Fault fault) {
        this.fault = fault;
        HandOver queue = new HandOver();
        this.pool = new ThreadPoolExecutor(0, AsyncExecutor.MAX_THREADS, 5, TimeUnit.SECONDS, queue, threads, queue);
    }

    void execute(QueuedTask task) {
        if (fault == Fault.CHECKS_EARLY && pool.isShutdown()) {
            throw new RejectedExecutionException("the client is closed");
        }
        pool.execute(task);
    }

    void close() {
        pool.shutdown();
    }

    private final class HandOver extends LinkedTransferQueue<Runnable> implements RejectedExecutionHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor rejecting) {
            if (rejecting.isShutdown() && fault != Fault.CHECKS_EARLY) {
                throw new RejectedExecutionException("the client is closed");
            }
            if (fault != Fault.QUEUES_SILENTLY) {
                ((QueuedTask) task).queued();
            }
            if (fault == Fault.DROPS_WHEN_BUSY) {
                tryTransfer(task);
            } else {
                super.offer(task);
            }
        }
    }
}
