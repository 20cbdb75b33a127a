package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.http.RetryStrategy.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Drives a call on the client's threads, one attempt at a time, and holds none of them in between. */
final class AsyncCall<T> {
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final ApiCall<T> call;
    private final AsyncExecutor executor;

    AsyncCall(ApiCall<T> call, AsyncExecutor executor) {
        this.call = call;
        this.executor = executor;
    }

    /** Returns the call's future; completing it by any means, such as a time limit of the caller's, cancels the call. */
    CompletableFuture<T> start() {
        CompletableFuture<T> unused = future.whenComplete((value, failure) -> call.cancel());
        proceed();
        return future;
    }

    private void proceed() {
        Turn turn = new Turn();
        try {
            executor.execute(turn);
        } catch (RejectedExecutionException e) {
            turn.run();
        } catch (Throwable e) {
            turn.fail(e);
        }
    }

    private void attempt() {
        Step step = call.attempt();
        if (step.isEnd()) {
            finish();
        } else {
            CompletableFuture<Void> unused = call.pause(step.delay()).thenRun(this::proceed);
        }
    }

    private void finish() {
        T value;
        try {
            value = call.result();
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
            return;
        }
        future.complete(value);
    }

    /** One attempt's turn: taken once, by a thread of the pool, or by the end of the call's time while it queues. */
    private final class Turn implements AsyncExecutor.QueuedTask {
        private final AtomicBoolean taken = new AtomicBoolean();
        private volatile @Nullable CompletableFuture<Void> expiry;

        @Override
        public void run() {
            if (take()) {
                attempt();
            }
        }

        /** The call's time runs while it queues. */
        @Override
        public void queued() {
            CompletableFuture<Void> end = call.pause(call.remaining());
            expiry = end;
            CompletableFuture<Void> unused = end.thenRun(this::runLate);
        }

        /** No thread could be had: a call that cannot go on fails rather than never ends. */
        void fail(Throwable thrown) {
            if (take()) {
                call.abort(thrown);
                finish();
            }
        }

        private boolean take() {
            boolean first = taken.compareAndSet(false, true);
            CompletableFuture<Void> end = expiry;
            if (first && end != null) {
                end.cancel(false);
            }
            return first;
        }

        private void runLate() {
            try {
                executor.executeLate(this);
            } catch (RejectedExecutionException e) {
                run();
            } catch (Throwable e) {
                fail(e);
            }
        }
    }
}
