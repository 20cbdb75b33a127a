package com.paycrypt.sdk.internal.webhook;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims of deliveries in memory: bounded, without a thread of their own. Time is monotonic, so that a wall clock
 * that is set forward and back does not let a delivery through again. Each entry is kept equally long from its first
 * claim on, so the order of insertion is that of expiry, and every operation takes constant time.
 */
public final class MemoryClaims<C> {
    /** The lease of a claim. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** The time for which a delivery is kept from its first claim on. */
    public static final Duration RETENTION = Duration.ofSeconds(660);

    private final Function<String, C> granted;
    private final C inProgress;
    private final C alreadyHandled;
    private final int capacity;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long tokens;

    /** Creates claims whose results are the given ones: granted with a token, in progress, or already handled. */
    public MemoryClaims(
            Function<String, C> granted, C inProgress, C alreadyHandled, int capacity, LongSupplier nanoTime) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.granted = granted;
        this.inProgress = inProgress;
        this.alreadyHandled = alreadyHandled;
        this.capacity = capacity;
        this.nanoTime = nanoTime;
    }

    /**
     * Claims a delivery.
     *
     * @throws IllegalStateException if the memory is full: forgetting an entry would let its delivery through again
     */
    public C claim(String digest) {
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
        while (oldestFirst.hasNext() && now - oldestFirst.next().claimedAt >= RETENTION.toNanos()) {
            oldestFirst.remove();
        }
    }

    private C claimNew(String digest, long now) {
        if (entries.size() >= capacity) {
            throw new IllegalStateException("the replay guard in memory is full with " + capacity
                    + " deliveries and accepts no more until some expire: give ReplayGuard.inMemory more capacity");
        }
        Entry entry = new Entry(now);
        entries.put(digest, entry);
        return grant(entry, now);
    }

    private C claimKnown(Entry known, long now) {
        if (known.handled) {
            return alreadyHandled;
        }
        return now - known.leasedAt < LEASE.toNanos() ? inProgress : grant(known, now);
    }

    private C grant(Entry entry, long now) {
        entry.token = Long.toString(++tokens);
        entry.leasedAt = now;
        return granted.apply(entry.token);
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
