package com.paycrypt.sdk.internal.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a resolver returned a moment ago, bounded in number and time. Senders choose the keys that they name, so a key that
 * was never found costs a permit: without permits it counts as unknown, and is not looked up.
 */
final class ResolvedKeys {
    private static final int MAX_KEYS = 1000;
    private static final int MAX_KEY_LENGTH = 256;
    private static final long FOUND = Duration.ofSeconds(1).toNanos();
    private static final long UNKNOWN = Duration.ofSeconds(10).toNanos();
    private static final int MAX_PERMITS = 100;
    private static final long NANOS_PER_PERMIT = Duration.ofSeconds(1).toNanos() / 20;

    private final CredentialsResolver resolver;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long permits = MAX_PERMITS;
    private long permitsAt;

    ResolvedKeys(CredentialsResolver resolver, LongSupplier nanoTime) {
        this.resolver = resolver;
        this.nanoTime = nanoTime;
        this.permitsAt = nanoTime.getAsLong();
    }

    /** Returns the credentials of a key, none if it is unknown; what the resolver throws, the caller gets. */
    List<Credentials> of(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            return List.of();
        }
        List<Credentials> known = known(key);
        return known == null ? remember(key, List.copyOf(resolver.resolve(key))) : known;
    }

    /** What needs no look-up, or null. */
    private @Nullable List<Credentials> known(String key) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            Entry entry = entries.get(key);
            if (entry != null && now - entry.since < entry.life()) {
                return entry.credentials;
            }
            boolean wasFound = entry != null && !entry.credentials.isEmpty();
            return wasFound || takesPermit(now) ? null : List.of();
        } finally {
            lock.unlock();
        }
    }

    private boolean takesPermit(long now) {
        long earned = Math.min((now - permitsAt) / NANOS_PER_PERMIT, MAX_PERMITS);
        permitsAt = earned == MAX_PERMITS ? now : permitsAt + earned * NANOS_PER_PERMIT;
        permits = Math.min(permits + earned, MAX_PERMITS);
        boolean taken = permits > 0;
        permits -= taken ? 1 : 0;
        return taken;
    }

    /** Keys that were found are kept longest: strangers must not drive them out. */
    private List<Credentials> remember(String key, List<Credentials> credentials) {
        lock.lock();
        try {
            entries.remove(key);
            if (entries.size() >= MAX_KEYS) {
                entries.remove(oldest());
            }
            entries.put(key, new Entry(credentials, nanoTime.getAsLong()));
            return credentials;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        return entries.size();
    }

    private String oldest() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().credentials.isEmpty())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> entries.keySet().iterator().next());
    }

    /** The result of a look-up. */
    private record Entry(List<Credentials> credentials, long since) {
        long life() {
            return credentials.isEmpty() ? UNKNOWN : FOUND;
        }
    }
}
