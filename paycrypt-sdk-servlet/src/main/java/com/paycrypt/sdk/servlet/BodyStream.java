package com.paycrypt.sdk.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verified body as a servlet input stream, for blocking reads and for a {@link ReadListener}. */
final class BodyStream extends ServletInputStream implements ReadEvents.Source {
    private final byte[] body;
    private final BooleanSupplier asyncStarted;
    private final Executor container;
    private final Consumer<Throwable> failures;
    private volatile int position;
    private volatile boolean readElsewhere;
    private volatile @Nullable ReadEvents events;

    /** The executor runs what a listener is told, on threads of the container; failures of the listener are reported. */
    BodyStream(byte[] body, BooleanSupplier asyncStarted, Executor container, Consumer<Throwable> failures) {
        this.body = body;
        this.asyncStarted = asyncStarted;
        this.container = container;
        this.failures = failures;
    }

    @Override
    public int read() {
        int at = position;
        if (at == body.length) {
            return end();
        }
        advance(at + 1);
        return body[at] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        int at = position;
        int count = Math.min(length, body.length - at);
        System.arraycopy(body, at, target, offset, count);
        advance(at + count);
        return count == 0 && length > 0 ? end() : count;
    }

    /** Overridden because most code reads a body this way: one copy instead of joined pieces. */
    @Override
    public byte[] readAllBytes() {
        byte[] rest = Arrays.copyOfRange(body, position, body.length);
        advance(body.length);
        return rest;
    }

    @Override
    public int available() {
        return body.length - position;
    }

    @Override
    public boolean isFinished() {
        boolean finished = available() == 0;
        if (finished) {
            end();
        }
        return finished;
    }

    /** Returns false only at the end and only if a listener is set, which {@code onAllDataRead} then notifies. */
    @Override
    public boolean isReady() {
        return events == null || !isFinished();
    }

    @Override
    public boolean isReadElsewhere() {
        return readElsewhere;
    }

    private void advance(int to) {
        ReadEvents listening = events;
        if (listening != null && !listening.isInTurn()) {
            readElsewhere = true;
        }
        position = to;
    }

    private int end() {
        ReadEvents listening = events;
        if (listening != null) {
            listening.endReached();
        }
        return -1;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        Objects.requireNonNull(listener, "the read listener must not be null");
        if (events != null) {
            throw new IllegalStateException("a read listener is already set on this request");
        }
        if (!asyncStarted.getAsBoolean()) {
            throw new IllegalStateException("a read listener needs an asynchronous request: call startAsync() first");
        }
        ReadEvents listening = new ReadEvents(listener, this, container, failures);
        events = listening;
        listening.begin();
    }
}
