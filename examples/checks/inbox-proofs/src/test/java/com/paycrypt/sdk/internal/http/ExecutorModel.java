package com.paycrypt.sdk.internal.http;

import static com.paycrypt.examples.proofs.threads.Interleavings.join;

import com.paycrypt.sdk.internal.http.AsyncExecutor.QueuedTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;

/** An executor on threads that can be joined, and that are as few as a test wants. */
@NullUnmarked
final class ExecutorModel implements ThreadFactory {
    private static final int MAX_THREADS = 8;

    private final Consumer<QueuedTask> execute;
    private final Runnable close;
    private final Thread[] made = new Thread[MAX_THREADS];
    private final int limit;
    private int size;

    ExecutorModel(int limit) {
        this.limit = limit;
        AsyncExecutor executor = new AsyncExecutor(this);
        this.execute = executor::execute;
        this.close = executor::close;
    }

    ExecutorModel(int limit, FaultyExecutor.Fault fault) {
        this.limit = limit;
        FaultyExecutor executor = new FaultyExecutor(this, fault);
        this.execute = executor::execute;
        this.close = executor::close;
    }

    /** No thread is to a pool what too many are. */
    @Override
    public synchronized Thread newThread(Runnable work) {
        if (size == limit) {
            return null;
        }
        Thread thread = new Thread(work);
        made[size++] = thread;
        return thread;
    }

    void execute(Task task) {
        try {
            execute.accept(task);
        } catch (RejectedExecutionException e) {
            task.rejected();
        }
    }

    void close() {
        close.run();
    }

    /** Waits for all threads that were started: a pool that closes may have made one and not started it. */
    void awaitThreads() {
        for (int i = 0; i < size; i++) {
            if (made[i].isAlive()) {
                join(made[i]);
            }
        }
    }

    /** Counts what becomes of it. */
    static final class Task implements QueuedTask {
        private int runs;
        private int rejections;
        private boolean isQueued;

        @Override
        public synchronized void run() {
            runs++;
        }

        @Override
        public synchronized void queued() {
            isQueued = true;
        }

        synchronized void rejected() {
            rejections++;
        }

        synchronized boolean isRunOnce() {
            return runs == 1 && rejections == 0;
        }

        synchronized boolean isRunOrRejectedOnce() {
            return runs + rejections == 1;
        }

        /** A call whose turn knows that it queues ends when its time is over or the client closes, even if it never has its turn. */
        synchronized boolean isKnown() {
            return runs + rejections == 1 || (runs + rejections == 0 && isQueued);
        }
    }
}
