package com.paycrypt.sdk.webhook;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A guard in memory: bounded, without a thread of its own; each claim first drops what has expired. */
final class MemoryReplayGuard implements ReplayGuard {
    private final int capacity;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new HashMap<>();
    private final PriorityQueue<Entry> byExpiry = new PriorityQueue<>();
    private final AtomicLong tokens = new AtomicLong();

    MemoryReplayGuard(int capacity, Clock clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Claim claim(Ticket ticket) {
        lock.lock();
        try {
            long now = clock.millis();
            dropExpired(now);
            Entry known = entries.get(ticket.digest());
            return known == null ? claimNew(ticket, now) : claimKnown(known, now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean confirm(Ticket ticket, String token) {
        lock.lock();
        try {
            Entry held = held(ticket, token);
            if (held != null) {
                held.taken = true;
            }
            return held != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean release(Ticket ticket, String token, Throwable cause) {
        lock.lock();
        try {
            Entry held = held(ticket, token);
            if (held == null || held.taken) {
                return false;
            }
            entries.remove(held.digest);
            byExpiry.remove(held);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void dropExpired(long now) {
        for (Entry first = byExpiry.peek(); first != null && first.expiresAt <= now; first = byExpiry.peek()) {
            byExpiry.remove();
            entries.remove(first.digest);
        }
    }

    /** Full means refused: forgetting an entry would let its delivery through again. */
    private Claim claimNew(Ticket ticket, long now) {
        if (entries.size() >= capacity) {
            throw new IllegalStateException("the replay guard in memory holds " + capacity
                    + " deliveries and takes no more until some expire: give ReplayGuard.inMemory more capacity");
        }
        Entry entry = new Entry(ticket.digest(), Math.max(ticket.expiresAt().toEpochMilli(), now + LEASE.toMillis()));
        entries.put(entry.digest, entry);
        byExpiry.add(entry);
        return grant(entry, now);
    }

    private Claim claimKnown(Entry known, long now) {
        if (known.taken) {
            return Claim.alreadyHandled();
        }
        return now < known.leaseEnd ? Claim.inProgress() : grant(known, now);
    }

    private Claim grant(Entry entry, long now) {
        entry.token = Long.toString(tokens.incrementAndGet());
        entry.leaseEnd = now + LEASE.toMillis();
        return Claim.granted(entry.token);
    }

    private @Nullable Entry held(Ticket ticket, String token) {
        Entry entry = entries.get(ticket.digest());
        return entry != null && entry.token.equals(token) ? entry : null;
    }

    /** One delivery; guarded by the lock. */
    private static final class Entry implements Comparable<Entry> {
        private final String digest;
        private final long expiresAt;
        private String token = "";
        private long leaseEnd;
        private boolean taken;

        private Entry(String digest, long expiresAt) {
            this.digest = digest;
            this.expiresAt = expiresAt;
        }

        @Override
        public int compareTo(Entry other) {
            return Long.compare(expiresAt, other.expiresAt);
        }
    }
}
