package com.paycrypt.sdk.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Drives a call on the client's threads, one attempt at a time, and holds none of them in between. Is what the caller gets. */
final class AsyncDriver<T> extends CompletableFuture<T> implements Workers.QueuedTask {
    private final ApiCall<T> call;
    private final Workers workers;
    private final Waiting waiting;
    private volatile @Nullable Runnable wakeUp;
    private volatile @Nullable PlaceInQueue place;

    AsyncDriver(ApiCall<T> call, Workers workers, Waiting waiting) {
        this.call = call;
        this.workers = workers;
        this.waiting = waiting;
    }

    CompletableFuture<T> start() {
        resume();
        return this;
    }

    @Override
    public void run() {
        PlaceInQueue left = place;
        place = null;
        if (left == null || left.leave()) {
            attempt();
        }
    }

    /** All threads are busy: the time limit of the call runs while it queues. */
    @Override
    public void queued() {
        PlaceInQueue taken = new PlaceInQueue();
        place = taken;
        taken.expiry = waiting.after(Duration.ofNanos(Math.max(0, call.remaining())), () -> expire(taken));
    }

    private void expire(PlaceInQueue expired) {
        if (expired.taken.compareAndSet(false, true)) {
            attemptOn(workers::executeLate);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        abandon();
        return cancelled;
    }

    @Override
    public boolean complete(T value) {
        boolean completed = super.complete(value);
        abandon();
        return completed;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean completed = super.completeExceptionally(failure);
        abandon();
        return completed;
    }

    private void resume() {
        try {
            workers.execute(this);
        } catch (RejectedExecutionException e) {
            attempt();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void attemptOn(Executor threads) {
        try {
            threads.execute(this::attempt);
        } catch (RejectedExecutionException e) {
            attempt();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void attempt() {
        try {
            proceed(call.attempt());
        } catch (Throwable e) {
            fail(e);
        }
    }

    /**
     * Whatever happens, the future ends: nobody waits for ever because memory or threads ran out, or because somebody's
     * clock threw what it does not declare. A call that failed in this way is not taken up again.
     */
    private void fail(Throwable unexpected) {
        call.cancel();
        super.completeExceptionally(unexpected);
    }

    private void proceed(@Nullable Duration pause) {
        if (pause == null) {
            finish();
        } else {
            await(pause);
        }
    }

    private void await(Duration pause) {
        wakeUp = waiting.after(pause, this::resume);
        if (call.cancelled()) {
            hurry();
        }
    }

    private void finish() {
        RuntimeException failure = call.failure();
        if (failure == null) {
            super.complete(call.result());
        } else {
            super.completeExceptionally(failure);
        }
    }

    /** Somebody ended the future, be it by a time limit of their own: nobody wants the answer any more. */
    private void abandon() {
        call.cancel();
        hurry();
    }

    private void hurry() {
        PlaceInQueue queue = place;
        run(queue == null ? null : queue.expiry);
        run(wakeUp);
    }

    private static void run(@Nullable Runnable task) {
        if (task != null) {
            task.run();
        }
    }

    /** A thread that is free takes a call from the queue, or its time limit does: whichever is first. */
    private static final class PlaceInQueue {
        private final AtomicBoolean taken = new AtomicBoolean();
        private volatile @Nullable Runnable expiry;

        boolean leave() {
            boolean first = taken.compareAndSet(false, true);
            AsyncDriver.run(expiry);
            return first;
        }
    }
}
