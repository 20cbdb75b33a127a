package com.paycrypt.sdk.internal.inbox;

import com.paycrypt.sdk.internal.inbox.ClaimQueue.Claimed;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A {@link WorkerPool} of the same steps, into which a fault is planted that a test of the real one must find. */
public final class FaultyPool {
    /** What it does wrong. */
    public enum Fault {
        /** A worker that ends does not look whether the pool was woken since it last looked for work. */
        FORGETS_WAKE_UPS,
        /** A worker that handles a delivery is not waited for. */
        FORGETS_HANDLERS
    }

    private final InboxRuntime runtime;
    private final DeliveryProcessor processor;
    private final ClaimQueue queue;
    private final int size;
    private final Fault fault;
    private int running;
    private boolean isWoken;
    private boolean isClosed;

    public FaultyPool(InboxStore store, InboxRuntime runtime, DeliveryProcessor processor, int size, Fault fault) {
        this.runtime = runtime;
        this.processor = processor;
        this.queue = new ClaimQueue(store, runtime, processor, size);
        this.size = size;
        this.fault = fault;
    }

    public void wake() {
        synchronized (this) {
            isWoken = true;
        }
        start(1);
    }

    /** Without a wait: time stands still under Lincheck. */
    public int close() {
        synchronized (this) {
            isClosed = true;
        }
        try {
            queue.close();
        } catch (SQLException e) {
            processor.databaseFailed(e);
        }
        synchronized (this) {
            return running;
        }
    }

    private void start(int wanted) {
        int started = reserve(wanted);
        for (int i = 0; i < started; i++) {
            runtime.executor().execute(this::work);
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
                process(next);
                next = next();
            }
        } finally {
            ended();
        }
    }

    private void process(Claimed claimed) {
        int counted = fault == Fault.FORGETS_HANDLERS ? 1 : 0;
        count(-counted);
        processor.process(claimed.row(), claimed.token());
        count(counted);
    }

    private synchronized void count(int workers) {
        running += workers;
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
        } catch (SQLException e) {
            processor.databaseFailed(e);
            return null;
        }
    }

    private void ended() {
        boolean again;
        synchronized (this) {
            running--;
            again = isWoken && fault != Fault.FORGETS_WAKE_UPS;
        }
        if (again) {
            start(1);
        }
    }
}
