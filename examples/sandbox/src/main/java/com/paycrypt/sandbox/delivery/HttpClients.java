package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.Dialect;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client that deliveries are made with: it never resends by itself, and follows redirects only in the dialects whose
 * servers do. Built with the first delivery, since it takes longer than all the rest of a sandbox. Thread-safe.
 */
final class HttpClients implements AutoCloseable {
    private final Duration limit;
    private @Nullable OkHttpClient direct;
    private boolean closed;

    HttpClients(Duration limit) {
        this.limit = limit;
    }

    OkHttpClient of(Dialect dialect) {
        OkHttpClient client = direct();
        return dialect.isSeenRunning()
                ? client.newBuilder().followRedirects(true).build()
                : client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (direct != null) {
            close(direct);
        }
    }

    private synchronized OkHttpClient direct() {
        if (direct == null) {
            direct = build();
        }
        if (closed) {
            close(direct);
        }
        return direct;
    }

    /** No connection is kept: one of a shop that was started anew since would swallow its next webhook. */
    private OkHttpClient build() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .dns(new PinnedDns(Dns.SYSTEM))
                .proxy(Proxy.NO_PROXY)
                .callTimeout(limit)
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
