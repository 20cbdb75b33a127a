package com.paycrypt.sdk.internal.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before the network: a signed request passes it once, and only to the server it was signed for, whatever
 * the interceptors of a given OkHttpClient do.
 */
final class OnceToOurServer implements Interceptor {
    private static final int UNAVAILABLE = 503;
    private static final String INTERCEPTORS = "Look at the interceptors of the given OkHttpClient";

    private final HttpUrl base;

    OnceToOurServer(HttpUrl base) {
        this.base = base;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = checked(request);
        attempt.markSent();
        return withoutRetryAfter(attempt, chain.proceed(request));
    }

    private Attempt checked(Request request) throws IOException {
        Attempt attempt = Attempt.of(request);
        if (attempt == null || request.header(Headers.SIGNATURE) == null) {
            throw new Stopped("an interceptor replaced the signed request, and nothing is sent unsigned", INTERCEPTORS);
        }
        if (attempt.sent()) {
            throw again(request);
        }
        if (!sameOrigin(request.url())) {
            throw new Stopped(
                    "an interceptor redirected the request, and credentials never leave their origin", INTERCEPTORS);
        }
        return attempt;
    }

    private static Stopped again(Request request) {
        return request.header("Proxy-Authorization") == null
                ? new Stopped(
                        "an interceptor sent the request again: leave retries to the client's RetryPolicy",
                        INTERCEPTORS)
                : new Stopped("OkHttp sent the request again for a proxy", StatusAdvice.PROXY_CREDENTIALS);
    }

    private boolean sameOrigin(HttpUrl url) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }

    /** OkHttp resends by itself on {@code 503} with {@code Retry-After: 0}, and fails on numbers that fit no int. */
    private static Response withoutRetryAfter(Attempt attempt, Response response) {
        @Nullable String header = response.header(Headers.RETRY_AFTER);
        attempt.retryAfter(header);
        return header == null || response.code() != UNAVAILABLE
                ? response
                : response.newBuilder().removeHeader(Headers.RETRY_AFTER).build();
    }
}
