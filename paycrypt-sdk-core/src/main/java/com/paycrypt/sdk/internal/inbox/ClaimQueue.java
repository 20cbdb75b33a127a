package com.paycrypt.sdk.internal.inbox;

import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims due deliveries in batches, and keeps them until a worker is free. What no worker takes within seconds is given
 * back: a process whose workers all hang must not keep deliveries from others.
 */
final class ClaimQueue {
    private static final int BATCH = 50;
    private static final int LOW = BATCH / 2;
    private static final long STALE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long SKIP_NANOS = Duration.ofSeconds(20).toNanos();
    private static final Selection[] TURNS = Selection.values();

    private final InboxStore store;
    private final InboxRuntime runtime;
    private final DeliveryProcessor processor;
    private final int workers;
    private final ReentrantLock claiming = new ReentrantLock();

    /** Guarded by itself. */
    private final Deque<Claimed> queue = new ArrayDeque<>();

    /** The rest is guarded by {@code claiming}. */
    private int turn;

    private boolean isDrained = true;
    private boolean isClosed;

    ClaimQueue(InboxStore store, InboxRuntime runtime, DeliveryProcessor processor, int workers) {
        this.store = store;
        this.runtime = runtime;
        this.processor = processor;
        this.workers = workers;
    }

    /** Returns the next delivery, or null if none is due. While one worker claims more, the others go on with the rest. */
    @Nullable
    Claimed next() throws SQLException {
        int size = size();
        if (size == 0) {
            claiming.lock();
        } else if (size >= LOW || !claiming.tryLock()) {
            return poll();
        }
        try {
            refill();
        } finally {
            claiming.unlock();
        }
        return poll();
    }

    private void refill() throws SQLException {
        int size = size();
        if (isClosed || size >= LOW || (isDrained && size > 0)) {
            return;
        }
        if (isDrained && !store.hasDue()) {
            return;
        }
        int found = 0;
        for (int i = 0; i < TURNS.length && found == 0; i++) {
            found = claim(TURNS[turn++ % TURNS.length], BATCH - size);
        }
        isDrained = found == 0;
    }

    /** Of what its holder died over, no more is claimed than is begun at once: it may kill this process as well. */
    private int claim(Selection selection, int limit) throws SQLException {
        boolean abandoned = selection == Selection.ABANDONED;
        if (abandoned) {
            store.exhaustAbandoned(BATCH).forEach(processor::exhausted);
        }
        String token = runtime.tokens().get();
        long now = runtime.nanoTime().getAsLong();
        List<StoredDelivery> rows = store.claimDue(selection, token, abandoned ? workers : limit);
        synchronized (queue) {
            for (StoredDelivery row : rows) {
                Claimed claimed = new Claimed(row, token, now);
                if (abandoned) {
                    queue.addFirst(claimed);
                } else {
                    queue.addLast(claimed);
                }
            }
        }
        return rows.size();
    }

    /** Skips what could not be given back in time: its lease may be another's by now. */
    private @Nullable Claimed poll() {
        long skipped = runtime.nanoTime().getAsLong() - SKIP_NANOS;
        synchronized (queue) {
            Claimed first = queue.poll();
            while (first != null && first.claimedNanos() - skipped < 0) {
                first = queue.poll();
            }
            return first;
        }
    }

    int size() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Gives back what no worker was free for; a worker that finds the queue empty waits for it, and finds that due again. */
    void giveBackStale() throws SQLException {
        if (claiming.tryLock()) {
            try {
                giveBack(runtime.nanoTime().getAsLong() - STALE_NANOS);
            } finally {
                claiming.unlock();
            }
        }
    }

    /** Gives back everything, and claims no more. */
    void close() throws SQLException {
        claiming.lock();
        try {
            isClosed = true;
            giveBack(runtime.nanoTime().getAsLong() + 1);
        } finally {
            claiming.unlock();
        }
    }

    private void giveBack(long claimedBefore) throws SQLException {
        List<Claimed> stale = new ArrayList<>();
        synchronized (queue) {
            for (Claimed claimed : queue) {
                if (claimed.claimedNanos() - claimedBefore < 0) {
                    stale.add(claimed);
                }
            }
            queue.removeAll(stale);
        }
        Map<String, List<String>> byToken = stale.stream()
                .collect(Collectors.groupingBy(
                        Claimed::token,
                        Collectors.mapping(claimed -> claimed.row().digest(), Collectors.toList())));
        isDrained &= stale.isEmpty();
        for (Map.Entry<String, List<String>> batch : byToken.entrySet()) {
            store.giveBack(batch.getValue(), batch.getKey());
        }
    }

    /** A claimed delivery whose handling has not begun. */
    record Claimed(StoredDelivery row, String token, long claimedNanos) {}
}
