package com.paycrypt.sdk.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The connections of a client and of those derived from it; let go by the last of them that closes. */
public final class SharedPool implements AutoCloseable {
    private static final int MOST_IDLE = 64;
    private static final long IDLE_MINUTES = 5;

    private final AtomicInteger users = new AtomicInteger();
    private final OkHttpClient client;
    private final boolean ours;

    private SharedPool(OkHttpClient client, boolean ours) {
        this.client = client;
        this.ours = ours;
    }

    /** A pool of our own. */
    public static SharedPool own() {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_MINUTES, TimeUnit.MINUTES))
                .build();
        return new SharedPool(client, true);
    }

    /** The pool of a client that somebody else made and closes. */
    public static SharedPool of(OkHttpClient given) {
        return new SharedPool(given, false);
    }

    OkHttpClient join() {
        users.incrementAndGet();
        return client;
    }

    /** One of those who joined uses it no longer. */
    @Override
    public void close() {
        users.decrementAndGet();
        evictUnused();
    }

    /** Closes connections once nobody uses the pool; those that carry a call stay until that call has ended. */
    void evictUnused() {
        if (users.get() == 0 && ours) {
            client.connectionPool().evictAll();
        }
    }
}
