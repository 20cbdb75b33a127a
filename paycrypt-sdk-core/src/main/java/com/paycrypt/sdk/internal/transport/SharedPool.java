package com.paycrypt.sdk.internal.transport;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The connections of a client and of those derived from it; let go by the last of them that closes. */
public final class SharedPool {
    private static final int MOST_IDLE = 64;
    private static final long IDLE_MINUTES = 5;
    private static final long PING_SECONDS = 10;

    private final AtomicInteger users = new AtomicInteger();
    private final OkHttpClient client;
    private final boolean ours;

    private SharedPool(OkHttpClient client, boolean ours) {
        this.client = client;
        this.ours = ours;
    }

    /** A pool of our own. Pings find dead HTTP/2 connections, which the time limit of a call alone would leave in use. */
    public static SharedPool own() {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_MINUTES, TimeUnit.MINUTES))
                .pingInterval(PING_SECONDS, TimeUnit.SECONDS)
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

    void leave() {
        if (users.decrementAndGet() == 0 && ours) {
            client.connectionPool().evictAll();
        }
    }
}
