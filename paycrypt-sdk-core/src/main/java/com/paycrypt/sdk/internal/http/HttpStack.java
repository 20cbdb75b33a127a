package com.paycrypt.sdk.internal.http;

import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** OkHttp as the SDK uses it: everything by which it would send a request again, elsewhere or changed is off. */
final class HttpStack {
    /**
     * Pings find dead HTTP/2 connections: without them, and without a time limit of OkHttp's own, every later call would
     * use one again.
     */
    private static final int PING_MILLIS = 10_000;

    private HttpStack() {}

    static OkHttpClient of(OkHttpClient base, HttpUrl server, Limits limits) {
        int pings = base.pingIntervalMillis() > 0 ? base.pingIntervalMillis() : PING_MILLIS;
        return base.newBuilder()
                .dispatcher(new Dispatcher())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .pingInterval(pings, TimeUnit.MILLISECONDS)
                .addNetworkInterceptor(new OnceToOurServer(server))
                .build();
    }
}
