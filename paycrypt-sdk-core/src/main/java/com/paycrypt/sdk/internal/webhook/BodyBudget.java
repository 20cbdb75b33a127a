package com.paycrypt.sdk.internal.webhook;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all bodies that a receiver holds before they are verified. The first 16 KiB of each body are free: a
 * genuine delivery has about 1 KB, and large bodies of strangers must not shut it out.
 */
public final class BodyBudget {
    /** The part of each body that is always admitted. */
    public static final int FREE = 16 << 10;

    private static final long MAX_DEFAULT = 64L << 20;
    private static final int HEAP_PART = 8;

    private final long max;
    private final AtomicLong used = new AtomicLong();

    public BodyBudget(long max) {
        this.max = max;
    }

    /** An eighth of the heap, at most 64 MiB. */
    public static long defaultMax() {
        return Math.min(Runtime.getRuntime().maxMemory() / HEAP_PART, MAX_DEFAULT);
    }

    /** Starts the share of one body, which is empty. */
    public Share share() {
        return new Share(this);
    }

    private boolean reserve(long bytes) {
        long before = used.get();
        while (before + bytes <= max) {
            if (used.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    /** What one body holds of the budget, until it is released. Bytes may arrive on one thread while another ends the request. */
    public static final class Share {
        private final BodyBudget budget;
        private long held;
        private boolean released;

        private Share(BodyBudget budget) {
            this.budget = budget;
        }

        /** Makes room for a body of this size in all; false if the budget is exhausted or the share was released. */
        public synchronized boolean grow(long size) {
            long more = Math.max(0, size - FREE - held);
            boolean admitted = !released && (more == 0 || budget.reserve(more));
            held += admitted ? more : 0;
            return admitted;
        }

        /** Returns everything to the budget; again, it does nothing. */
        public synchronized void release() {
            if (!released && held > 0) {
                budget.used.addAndGet(-held);
            }
            released = true;
        }
    }
}
