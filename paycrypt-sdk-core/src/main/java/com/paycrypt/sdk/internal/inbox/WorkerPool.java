package com.paycrypt.sdk.internal.inbox;

import com.paycrypt.sdk.internal.inbox.ClaimQueue.Claimed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of workers, each of which handles one due delivery after another and ends when none is due. They are
 * started by {@link #wake wake}: when a delivery is stored or made due by this process, and once a second for all others.
 */
public final class WorkerPool {
    private final InboxRuntime runtime;
    private final DeliveryProcessor processor;
    private final ClaimQueue queue;
    private final int size;

    /** The rest is guarded by this. */
    private int running;

    private boolean isWoken;
    private boolean isClosed;

    /** Creates a pool without workers. */
    public WorkerPool(InboxStore store, InboxRuntime runtime, DeliveryProcessor processor, int size) {
        this.runtime = runtime;
        this.processor = processor;
        this.queue = new ClaimQueue(store, runtime, processor, size);
        this.size = size;
    }

    /** Starts a worker if one is free: a delivery may be due. Never blocks. */
    public void wake() {
        synchronized (this) {
            isWoken = true;
        }
        start(1);
    }

    /** Gives back what no worker was free for, and looks for due deliveries. To be called once a second. */
    public void tick() throws SQLException {
        try {
            queue.giveBackStale();
        } finally {
            wake();
        }
    }

    /** Gives back what {@link #drain drain} was not fast enough for. To be called once a second while it runs. */
    public void giveBackStale() throws SQLException {
        queue.giveBackStale();
    }

    /** Handles everything that is due on the calling thread. An interrupt ends it early and stays set. */
    public int drain() {
        int handled = 0;
        try {
            Claimed next = next();
            while (next != null) {
                handled += processor.process(next.row(), next.token()) ? 1 : 0;
                next = Thread.currentThread().isInterrupted() ? null : next();
            }
        } finally {
            closeQueue();
        }
        return handled;
    }

    /** Gives back what has not begun and waits for the handlers that run. An interrupt ends the wait and stays set. */
    public int close(Duration limit) {
        synchronized (this) {
            isClosed = true;
        }
        closeQueue();
        return awaitEnd(limit);
    }

    private void closeQueue() {
        boolean interrupted = Thread.interrupted();
        try {
            queue.close();
        } catch (SQLException e) {
            processor.databaseFailed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized int awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        try {
            while (running > 0 && left > 0) {
                wait(left / 1_000_000 + 1);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running;
    }

    private void start(int wanted) {
        int started = reserve(wanted);
        for (int i = 0; i < started; i++) {
            try {
                runtime.executor().execute(this::work);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                ended();
                processor.databaseFailed(noThread);
            }
        }
    }

    private synchronized int reserve(int wanted) {
        int started = isClosed ? 0 : Math.min(wanted, size - running);
        running += started;
        return started;
    }

    private void work() {
        try {
            Claimed next = next();
            while (next != null) {
                start(queue.size());
                boolean unused = processor.process(next.row(), next.token());
                unused = Thread.interrupted();
                next = next();
            }
        } finally {
            ended();
        }
    }

    private @Nullable Claimed next() {
        synchronized (this) {
            isWoken = false;
            if (isClosed) {
                return null;
            }
        }
        try {
            return queue.next();
        } catch (SQLException | RuntimeException e) {
            processor.databaseFailed(e);
            return null;
        }
    }

    private void ended() {
        boolean again;
        synchronized (this) {
            running--;
            again = isWoken;
            notifyAll();
        }
        if (again) {
            start(1);
        }
    }
}
