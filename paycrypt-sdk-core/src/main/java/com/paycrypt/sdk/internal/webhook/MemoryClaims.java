package com.paycrypt.sdk.internal.webhook;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims of deliveries in memory: bounded, without a thread of their own. Time is monotonic, so that a wall clock that is
 * set forward and back does not let a delivery through again. Each entry is kept equally long from its first claim on, so
 * the order of insertion is that of expiry, and every operation takes constant time.
 */
public final class MemoryClaims {
    private final int capacity;
    private final long lease;
    private final long retention;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long tokens;

    public MemoryClaims(int capacity, Duration lease, Duration retention, LongSupplier nanoTime) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
        this.lease = lease.toNanos();
        this.retention = retention.toNanos();
        this.nanoTime = nanoTime;
    }

    /** What a claim found; the token is empty unless the claim was granted. */
    public record Claimed(State state, String token) {}

    /** The state of a delivery as a claim found it. */
    public enum State {
        GRANTED,
        IN_PROGRESS,
        ALREADY_HANDLED
    }

    /**
     * Claims a delivery.
     *
     * @throws IllegalStateException if the memory is full: forgetting an entry would let its delivery through again
     */
    public Claimed claim(String digest) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            removeExpired(now);
            Entry known = entries.get(digest);
            return known == null ? claimNew(digest, now) : claimKnown(known, now);
        } finally {
            lock.unlock();
        }
    }

    /** Records that a delivery was handled; false if the token no longer holds its claim. */
    public boolean confirm(String digest, String token) {
        lock.lock();
        try {
            Entry claimed = claimed(digest, token);
            if (claimed != null) {
                claimed.handled = true;
            }
            return claimed != null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a delivery be claimed again; false if the token no longer holds its claim, or has confirmed it. */
    public boolean release(String digest, String token) {
        lock.lock();
        try {
            Entry claimed = claimed(digest, token);
            boolean released = claimed != null && !claimed.handled;
            if (released) {
                entries.remove(digest);
            }
            return released;
        } finally {
            lock.unlock();
        }
    }

    private void removeExpired(long now) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && now - oldestFirst.next().claimedAt >= retention) {
            oldestFirst.remove();
        }
    }

    private Claimed claimNew(String digest, long now) {
        if (entries.size() >= capacity) {
            throw new IllegalStateException("the replay guard in memory is full with " + capacity
                    + " deliveries and accepts no more until some expire: give ReplayGuard.inMemory more capacity");
        }
        Entry entry = new Entry(now);
        entries.put(digest, entry);
        return grant(entry, now);
    }

    private Claimed claimKnown(Entry known, long now) {
        if (known.handled) {
            return new Claimed(State.ALREADY_HANDLED, "");
        }
        return now - known.leasedAt < lease ? new Claimed(State.IN_PROGRESS, "") : grant(known, now);
    }

    private Claimed grant(Entry entry, long now) {
        entry.token = Long.toString(++tokens);
        entry.leasedAt = now;
        return new Claimed(State.GRANTED, entry.token);
    }

    private @Nullable Entry claimed(String digest, String token) {
        Entry entry = entries.get(digest);
        return entry != null && entry.token.equals(token) ? entry : null;
    }

    /** One delivery; guarded by the lock. */
    private static final class Entry {
        private final long claimedAt;
        private String token = "";
        private long leasedAt;
        private boolean handled;

        private Entry(long claimedAt) {
            this.claimedAt = claimedAt;
        }
    }
}
