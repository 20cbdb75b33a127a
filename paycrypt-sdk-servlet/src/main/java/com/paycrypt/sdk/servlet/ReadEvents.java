package com.paycrypt.sdk.servlet;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Calls a read listener as a container does: on one of its threads, one call at a time, and {@code onAllDataRead} or
 * {@code onError} at most once, as the last call.
 */
final class ReadEvents {
    private final ReadListener listener;
    private final Source source;
    private final Executor container;
    private final Consumer<Throwable> failures;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean endScheduled = new AtomicBoolean();
    private boolean over;

    ReadEvents(ReadListener listener, Source source, Executor container, Consumer<Throwable> failures) {
        this.listener = listener;
        this.source = source;
        this.container = container;
        this.failures = failures;
    }

    void begin() {
        container.execute(() -> inTurn(this::available));
    }

    boolean isInTurn() {
        return turn.isHeldByCurrentThread();
    }

    /** Schedules the last call. If the listener itself reaches the end, {@link #available available} makes that call afterwards. */
    void endReached() {
        if (!isInTurn() && endScheduled.compareAndSet(false, true)) {
            container.execute(() -> inTurn(this::end));
        }
    }

    private void available() throws IOException {
        if (!source.isFinished()) {
            listener.onDataAvailable();
        }
        if (source.isFinished() && !source.isReadElsewhere()) {
            end();
        }
    }

    private void end() throws IOException {
        over = true;
        listener.onAllDataRead();
    }

    private void inTurn(Call call) {
        turn.lock();
        try {
            if (!over) {
                call.run();
            }
        } catch (Exception | Error failure) {
            over = true;
            failures.accept(failure);
            listener.onError(failure);
        } finally {
            turn.unlock();
        }
    }

    /** The body that is read. */
    interface Source {
        boolean isFinished();

        /** Returns whether a thread other than the listener's has read, so that the end is reported when that thread sees it. */
        boolean isReadElsewhere();
    }

    /** A call of the listener. */
    @FunctionalInterface
    private interface Call {
        void run() throws IOException;
    }
}
