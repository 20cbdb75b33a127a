package com.paycrypt.sdk.internal.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Drives a call on the client's threads, one attempt at a time, and holds none of them in between. Is what the caller gets. */
final class AsyncDriver<T> extends CompletableFuture<T> implements Workers.QueuedTask {
    private final ApiCall<T> call;
    private final Workers workers;
    private final Waiting waiting;
    private volatile @Nullable Runnable wakeUp;
    private volatile @Nullable AtomicBoolean takenFromQueue;

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
        AtomicBoolean taken = takenFromQueue;
        takenFromQueue = null;
        if (taken == null || taken.compareAndSet(false, true)) {
            attempt();
        }
    }

    /** All threads are busy: the time limit of the call runs while it queues. */
    @Override
    public void queued() {
        AtomicBoolean taken = new AtomicBoolean();
        takenFromQueue = taken;
        waiting.after(Duration.ofNanos(Math.max(0, call.remaining())), () -> expire(taken));
    }

    private void expire(AtomicBoolean taken) {
        if (taken.compareAndSet(false, true)) {
            attempt();
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
        }
    }

    /** Whatever happens, the future ends: nobody waits for ever because memory ran out. */
    private void attempt() {
        try {
            proceed(call.attempt());
        } catch (RuntimeException | Error e) {
            super.completeExceptionally(e);
            throw e;
        }
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
        Runnable task = wakeUp;
        if (task != null) {
            task.run();
        }
    }
}
