package com.paycrypt.sandbox.delivery;

import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client that deliveries are made with: it never resends or redirects by itself. Built with the first delivery,
 * since it takes longer than all the rest of a sandbox. Thread-safe.
 */
final class HttpClients implements AutoCloseable {
    private @Nullable OkHttpClient client;
    private boolean closed;

    synchronized OkHttpClient get() {
        if (client == null) {
            client = build();
        }
        if (closed) {
            close(client);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            close(client);
        }
    }

    /** No connection is kept: one of a shop that was started anew since would swallow its next webhook. */
    private static OkHttpClient build() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .dns(new PinnedDns(Dns.SYSTEM))
                .proxy(Proxy.NO_PROXY)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
    }

    private static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
