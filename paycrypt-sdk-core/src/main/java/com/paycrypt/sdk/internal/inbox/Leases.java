package com.paycrypt.sdk.internal.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The deliveries that this process handles right now. Their leases are renewed while their handlers run: a slow handler is
 * not a dead one, and its delivery is not given to another.
 */
public final class Leases {
    private static final int RENEWALS_PER_LEASE = 3;
    private static final int RENEWED_AT_ONCE = 500;
    private static final long REPORT_NANOS = Duration.ofMinutes(1).toNanos();

    private final InboxStore store;
    private final long leaseNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Lease> running = new ConcurrentHashMap<>();

    /** Creates an empty register. */
    public Leases(InboxStore store, Duration lease, LongSupplier nanoTime) {
        this.store = store;
        this.leaseNanos = lease.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Registers a leased delivery. An earlier lease of the same delivery was lost and is forgotten. */
    public void begin(String digest, String token, LeaseHolder holder) {
        running.put(digest, new Lease(digest, token, holder, nanoTime.getAsLong()));
    }

    /** Ends the renewal of a lease. Returns what its handler has recorded in a transaction. */
    public Completion end(String digest, String token) {
        Lease lease = running.get(digest);
        if (lease == null || !lease.token.equals(token)) {
            return Completion.NONE;
        }
        running.remove(digest, lease);
        return lease.completion;
    }

    /** Notes that a transaction has recorded a delivery as handled. */
    public void completed(String digest, Completion completion) {
        Lease lease = running.get(digest);
        if (lease != null) {
            lease.completion = completion;
        }
    }

    /** Returns whether no delivery is being handled. */
    public boolean isEmpty() {
        return running.isEmpty();
    }

    /**
     * Renews the leases that a third of their time has passed of, and reports handlers that have outlived a lease. To
     * be called about once a second, by one thread at a time.
     *
     * @throws SQLException if the database fails; the next call tries again
     */
    public void tick() throws SQLException {
        long now = nanoTime.getAsLong();
        List<Lease> due = new ArrayList<>();
        running.values().removeIf(lease -> !lease.holder.isAlive(Duration.ofNanos(now - lease.begunNanos)));
        for (Lease lease : running.values()) {
            if (now - lease.renewedNanos >= leaseNanos / RENEWALS_PER_LEASE) {
                due.add(lease);
            }
        }
        report(now);
        for (int from = 0; from < due.size(); from += RENEWED_AT_ONCE) {
            renew(due.subList(from, Math.min(due.size(), from + RENEWED_AT_ONCE)), now);
        }
    }

    private void renew(List<Lease> leases, long now) throws SQLException {
        store.renew(
                leases.stream().map(lease -> lease.digest).toList(),
                leases.stream().map(lease -> lease.token).distinct().toList());
        leases.forEach(lease -> lease.renewedNanos = now);
    }

    private void report(long now) {
        for (Lease lease : running.values()) {
            if (now - lease.begunNanos >= leaseNanos
                    && now - lease.reportedNanos >= Math.min(leaseNanos, REPORT_NANOS)) {
                lease.reportedNanos = now;
                lease.holder.outlivedLease(Duration.ofNanos(now - lease.begunNanos));
            }
        }
    }

    /** A delivery that this process handles. */
    private static final class Lease {
        final String digest;
        final String token;
        final LeaseHolder holder;
        final long begunNanos;

        /** Written by the one thread that renews leases. */
        long renewedNanos;

        long reportedNanos;
        volatile Completion completion = Completion.NONE;

        Lease(String digest, String token, LeaseHolder holder, long nowNanos) {
            this.digest = digest;
            this.token = token;
            this.holder = holder;
            this.begunNanos = nowNanos;
            this.renewedNanos = nowNanos;
            this.reportedNanos = nowNanos;
        }
    }

    /** Handles a leased delivery. */
    public interface LeaseHolder {
        /** Returns whether the delivery is still being handled; if not, its lease runs out. */
        boolean isAlive(Duration running);

        /** Reports that the delivery is handled for longer than a lease; called again each minute. */
        void outlivedLease(Duration running);
    }

    /** Whether a handler has recorded its delivery as handled in a transaction. */
    public enum Completion {
        /** It has not. */
        NONE,
        /** It has, in a transaction of the shop's, of which the inbox does not know whether it was committed. */
        JOINED,
        /** It has, and the transaction is committed. */
        COMMITTED
    }
}
