package com.paycrypt.sdk.internal.http;

import java.net.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The OkHttpClient whose connections a client shares with those derived from it; freed when the last of them closes. */
public final class OkHttpClients implements AutoCloseable {
    private static final int MAX_IDLE_CONNECTIONS = 64;
    private static final long IDLE_MINUTES = 5;

    /** Without time limits of OkHttp's own, only pings notice that an HTTP/2 connection is dead. */
    private static final int PING_MILLIS = 10_000;

    private final AtomicInteger users = new AtomicInteger();
    private final OkHttpClient client;
    private final boolean given;
    private final Map<Connection, Long> lastUsed = Collections.synchronizedMap(new WeakHashMap<>());

    private OkHttpClients(OkHttpClient client, boolean given) {
        this.client = client;
        this.given = given;
    }

    /** Makes a pool of connections. */
    public static OkHttpClients own() {
        return new OkHttpClients(
                new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                        .build(),
                false);
    }

    /** Uses a client that the application made and closes. */
    public static OkHttpClients of(OkHttpClient given) {
        return new OkHttpClients(given, true);
    }

    /**
     * Returns OkHttp as the SDK uses it: everything by which it would send a request again, elsewhere or changed is off.
     * Each returned client is one user, until {@link #close()}.
     */
    OkHttpClient join(ClientConfig config) {
        users.incrementAndGet();
        int pings = client.pingIntervalMillis() > 0 ? client.pingIntervalMillis() : PING_MILLIS;
        OkHttpClient.Builder derived = client.newBuilder()
                .dispatcher(new Dispatcher())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectTimeout(config.timeouts().connect().toMillis(), TimeUnit.MILLISECONDS)
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .pingInterval(pings, TimeUnit.MILLISECONDS)
                .addNetworkInterceptor(new SingleUseInterceptor(config, lastUsed));
        return staysHere(config.base()) ? derived.proxy(Proxy.NO_PROXY).build() : derived.build();
    }

    /**
     * Cancelling runs {@code EventListener.canceled} of a given client: where that blocks or throws, it must not do so on a
     * thread that ends other attempts, too.
     */
    Executor canceller() {
        return given ? OkHttpClients::runAside : Runnable::run;
    }

    /** Where the system has no thread left, it blocks. */
    private static void runAside(Runnable task) {
        try {
            AsyncExecutor.threads("paycrypt-cancel").newThread(task).start();
        } catch (OutOfMemoryError e) {
            task.run();
        }
    }

    /** Closes idle connections: of those that went idle together, one that is dead is seldom the only one. */
    void evictIdle() {
        client.connectionPool().evictAll();
    }

    /** Ends the use by one client. */
    @Override
    public void close() {
        users.decrementAndGet();
        evictUnused();
    }

    /** Closes idle connections once no client uses them; those that carry a call stay until it has ended. */
    void evictUnused() {
        if (users.get() == 0 && !given) {
            evictIdle();
        }
    }

    /** Through a proxy, plain http to this machine would leave it. */
    private static boolean staysHere(HttpUrl server) {
        return !server.isHttps() && BaseUrl.isLoopback(server.host());
    }
}
