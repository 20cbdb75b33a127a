package com.paycrypt.examples.proofs.threads;

import static com.paycrypt.examples.proofs.threads.Interleavings.join;

import com.paycrypt.sdk.internal.inbox.DeliveryProcessor;
import com.paycrypt.sdk.internal.inbox.FaultyPool;
import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.inbox.WorkerPool;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A pool of workers and its table, as small as they get: Lincheck may switch threads at each access to a field or to a
 * collection, and has to try them all. Hence counters rather than rows, and no list but that of the claim.
 */
final class PoolModel extends UnusedStore implements DeliveryProcessor {
    private static final StoredDelivery ROW = new StoredDelivery("d", null, new byte[0], 1, 0, 0, false, null);
    private static final int MAX_THREADS = 16;

    private final Runnable wake;
    private final IntSupplier close;
    private final Thread[] workers = new Thread[MAX_THREADS];

    /** The rest is guarded by this. */
    private int started;

    private int due;
    private int handled;
    private int handling;
    private boolean isClosed;
    private boolean isHandledAfterClose;

    PoolModel(int size) {
        WorkerPool pool = new WorkerPool(this, runtime(), this, size);
        this.wake = pool::wake;
        this.close = () -> pool.close(Duration.ZERO);
    }

    PoolModel(int size, FaultyPool.Fault fault) {
        FaultyPool pool = new FaultyPool(this, runtime(), this, size, fault);
        this.wake = pool::wake;
        this.close = pool::close;
    }

    private InboxRuntime runtime() {
        return new InboxRuntime(() -> 0, task -> {}, () -> "t", this::start);
    }

    private void start(Runnable task) {
        Thread worker = new Thread(task);
        synchronized (this) {
            workers[started++] = worker;
        }
        worker.start();
    }

    void wake() {
        wake.run();
    }

    /** What a receiver does. */
    void arrive() {
        synchronized (this) {
            due++;
        }
        wake();
    }

    /** Without a wait: time stands still under Lincheck. */
    void close() {
        int left = close.getAsInt();
        synchronized (this) {
            isClosed = left == 0;
            isHandledAfterClose |= isClosed && handling > 0;
        }
    }

    /** Waits for all workers, those that workers started included. */
    void awaitWorkers() {
        for (int i = 0; i < started(); i++) {
            join(workers[i]);
        }
    }

    private synchronized int started() {
        return started;
    }

    synchronized int handled() {
        return handled;
    }

    synchronized boolean isHandledAfterClose() {
        return isHandledAfterClose;
    }

    @Override
    public synchronized boolean hasDue() {
        return due > 0;
    }

    @Override
    public synchronized List<StoredDelivery> claimDue(Selection selection, String token, int limit) {
        if (due == 0 || selection == Selection.ABANDONED) {
            return List.of();
        }
        due--;
        return List.of(ROW);
    }

    @Override
    public List<StoredDelivery> exhaustAbandoned(int limit) {
        return List.of();
    }

    @Override
    public synchronized void giveBack(Collection<String> digests, String token) {
        due += digests.size();
    }

    @Override
    public boolean process(StoredDelivery row, String token) {
        synchronized (this) {
            handling++;
            isHandledAfterClose |= isClosed;
        }
        synchronized (this) {
            handling--;
            handled++;
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
