package com.paycrypt.sdk.internal.webhook;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The limits of one body: its size, its time, and what it holds of the bytes of all bodies that a receiver has not verified
 * yet. The first 16 KiB of each body are free: a genuine delivery has about 1 KB, and large bodies of strangers must not shut
 * it out. Bytes may arrive on one thread while another ends the request.
 */
public final class BodyLimits {
    /** The part of each body that is always admitted. */
    public static final int FREE = 16 << 10;

    private final int maxSize;
    private final long maxInFlight;
    private final AtomicLong inFlight;
    private final LongSupplier nanoTime;
    private long held;
    private boolean released;

    /** With the bytes in flight of all bodies of the receiver, and their limit. */
    public BodyLimits(int maxSize, long maxInFlight, AtomicLong inFlight, LongSupplier nanoTime) {
        this.maxSize = maxSize;
        this.maxInFlight = maxInFlight;
        this.inFlight = inFlight;
        this.nanoTime = nanoTime;
    }

    public int maxSize() {
        return maxSize;
    }

    /** The time by which a body is limited. */
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    /** Makes room for a body of this size in all; false if there is none left, or if it was released. */
    public synchronized boolean grow(long size) {
        long more = Math.max(0, size - FREE - held);
        boolean admitted = !released && (more == 0 || reserve(more));
        held += admitted ? more : 0;
        return admitted;
    }

    /** Returns the room to the other bodies; again, it does nothing. */
    public synchronized void release() {
        if (!released && held > 0) {
            inFlight.addAndGet(-held);
        }
        released = true;
    }

    private boolean reserve(long bytes) {
        long before = inFlight.get();
        while (before + bytes <= maxInFlight) {
            if (inFlight.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = inFlight.get();
        }
        return false;
    }
}
