package com.paycrypt.examples.proofs.threads;

import com.paycrypt.sdk.internal.inbox.DeliveryProcessor;
import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.inbox.WorkerPool;
import java.util.ArrayList;
import java.util.List;

/** A pool of workers on a table of its own, and threads that store deliveries and wake it. */
final class PoolRun {
    private final MonitorStore store = new MonitorStore();
    private final List<Thread> workers = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();
    private final WorkerPool pool;
    private int tokens;

    PoolRun(int size) {
        InboxRuntime runtime = new InboxRuntime(() -> 0, task -> {}, this::token, this::start);
        pool = new WorkerPool(store, runtime, new Processor(), size);
    }

    private synchronized String token() {
        return "t" + ++tokens;
    }

    private void start(Runnable task) {
        Thread worker = new Thread(task);
        synchronized (workers) {
            workers.add(worker);
        }
        worker.start();
    }

    /** What a receiver does. */
    void arrive(String digest) {
        store.add(digest);
        pool.wake();
    }

    /** Waits for all workers, those that workers started included. */
    List<String> handled() throws InterruptedException {
        for (int i = 0; i < started(); i++) {
            Thread worker;
            synchronized (workers) {
                worker = workers.get(i);
            }
            worker.join();
        }
        return handled;
    }

    private int started() {
        synchronized (workers) {
            return workers.size();
        }
    }

    /** Handles by writing it down. */
    private final class Processor implements DeliveryProcessor {
        @Override
        public boolean process(StoredDelivery row, String token) {
            synchronized (handled) {
                handled.add(row.digest());
            }
            return true;
        }

        @Override
        public void exhausted(StoredDelivery row) {}

        @Override
        public void databaseFailed(Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
