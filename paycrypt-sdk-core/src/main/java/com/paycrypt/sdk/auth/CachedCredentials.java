package com.paycrypt.sdk.auth;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what a provider returned for a fixed time. */
final class CachedCredentials {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk");

    private static final long MIN_RENEWAL_NANOS = 1_000_000_000L;

    private final Supplier<Credentials> source;
    private final long nanos;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Entry entry;

    CachedCredentials(Supplier<Credentials> source, Duration time, LongSupplier ticker) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("cachedFor takes a positive time, not " + time);
        }
        this.source = source;
        this.nanos = time.toNanos();
        this.ticker = ticker;
    }

    Credentials credentials() {
        Entry known = entry;
        if (known == null) {
            return first();
        }
        if (isExpired(known) && lock.tryLock()) {
            try {
                Entry current = Objects.requireNonNull(entry);
                return isExpired(current) ? refreshed(current) : current.credentials;
            } finally {
                lock.unlock();
            }
        }
        return known.credentials;
    }

    /** Identity tells whether these were rejected or their successors are here already. */
    @SuppressWarnings("ReferenceEquality")
    Credentials renewed(Credentials rejected) {
        lock.lock();
        try {
            Entry known = entry;
            boolean askedLately = known != null && ticker.getAsLong() - known.since < MIN_RENEWAL_NANOS;
            if (known == null || (known.credentials == rejected && !askedLately)) {
                return known == null ? remember(ask()) : refreshed(known);
            }
            return known.credentials;
        } finally {
            lock.unlock();
        }
    }

    private Credentials first() {
        lock.lock();
        try {
            Entry known = entry;
            return known == null ? remember(ask()) : known.credentials;
        } finally {
            lock.unlock();
        }
    }

    /** Another thread may have asked meanwhile: then there is another entry. */
    @SuppressWarnings("ReferenceEquality")
    private Credentials refreshed(Entry known) {
        try {
            return remember(ask());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "The credentials provider failed with " + e.getClass().getName()
                            + "; the credentials that it returned before stay in use");
            return remember(known.credentials);
        }
    }

    private Credentials ask() {
        return Objects.requireNonNull(source.get(), "the credentials provider returned null");
    }

    private Credentials remember(Credentials credentials) {
        entry = new Entry(credentials, ticker.getAsLong());
        return credentials;
    }

    private boolean isExpired(Entry known) {
        return ticker.getAsLong() - known.since >= nanos;
    }

    private record Entry(Credentials credentials, long since) {}
}
