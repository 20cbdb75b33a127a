package com.paycrypt.sdk.servlet;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Calls a read listener as a container does: on a thread of the container, one call at a time, and each of
 * {@code onAllDataRead} and {@code onError} at most once and last.
 */
final class ReadEvents {
    private final ReadListener listener;
    private final BodyStream stream;
    private final Executor container;
    private final Consumer<Throwable> failures;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean endIsToCome = new AtomicBoolean();
    private boolean over;

    ReadEvents(ReadListener listener, BodyStream stream, Executor container, Consumer<Throwable> failures) {
        this.listener = listener;
        this.stream = stream;
        this.container = container;
        this.failures = failures;
    }

    void begin() {
        container.execute(() -> inTurn(this::available));
    }

    boolean isInTurn() {
        return turn.isHeldByCurrentThread();
    }

    /** Seen by the listener within its own call, this needs no more than the end of that call. */
    void endReached() {
        if (!isInTurn() && endIsToCome.compareAndSet(false, true)) {
            container.execute(() -> inTurn(this::end));
        }
    }

    private void available() throws IOException {
        if (!stream.isFinished()) {
            listener.onDataAvailable();
        }
        if (stream.isFinished() && !stream.isReadElsewhere()) {
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

    /** One call of the listener. */
    @FunctionalInterface
    private interface Call {
        void run() throws IOException;
    }
}
