package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.internal.text.HeaderNames;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The last stage before the network: lets a signed request pass once, and only to the server it was signed for, whatever
 * the interceptors of a given OkHttpClient do.
 */
final class SingleUseInterceptor implements Interceptor {
    private static final int UNAVAILABLE = 503;

    /** A busy connection is not worth the millisecond that looking at it takes. */
    private static final long MIN_IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String INTERCEPTORS = "Check the interceptors of the given OkHttpClient";

    private final HttpUrl base;
    private final LongSupplier ticker;

    /** When each connection last worked. */
    private final Map<Connection, Long> lastUsed;

    SingleUseInterceptor(ClientConfig config, Map<Connection, Long> lastUsed) {
        this.base = config.base();
        this.ticker = config.time().ticker();
        this.lastUsed = lastUsed;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = checked(request);
        Connection connection = Objects.requireNonNull(chain.connection());
        if (attempt.isReused() && isIdle(connection) && ConnectionCheck.isClosedByServer(connection)) {
            attempt.markStale();
            throw new IOException("the server closed the connection while it was idle");
        }
        attempt.markSent();
        Response response = chain.proceed(request);
        lastUsed.put(connection, ticker.getAsLong());
        return withoutRetryAfter(attempt, response);
    }

    private boolean isIdle(Connection connection) {
        Long last = lastUsed.get(connection);
        return last != null && ticker.getAsLong() - last >= MIN_IDLE_NANOS;
    }

    private Attempt checked(Request request) throws IOException {
        Attempt attempt = Attempt.of(request);
        if (attempt == null || request.header(HeaderNames.SIGNATURE) == null) {
            throw StoppedException.because(
                    "an interceptor replaced the signed request, and nothing is sent unsigned", INTERCEPTORS);
        }
        if (attempt.isSent()) {
            throw sentAgain(request);
        }
        if (!isSameOrigin(request.url())) {
            throw StoppedException.because(
                    "an interceptor redirected the request, and credentials never leave their origin", INTERCEPTORS);
        }
        return attempt;
    }

    private static IOException sentAgain(Request request) {
        return request.header("Proxy-Authorization") == null
                ? StoppedException.because(
                        "an interceptor sent the request again: leave retries to the client's RetryPolicy",
                        INTERCEPTORS)
                : StoppedException.because(
                        "OkHttp sent the request again for a proxy", ResponseErrors.PROXY_CREDENTIALS);
    }

    private boolean isSameOrigin(HttpUrl url) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }

    /** OkHttp resends by itself on {@code 503} with {@code Retry-After: 0}, and fails on numbers that fit no int. */
    private static Response withoutRetryAfter(Attempt attempt, Response response) {
        if (response.isSuccessful()) {
            return response;
        }
        String header = response.header(HeaderNames.RETRY_AFTER);
        attempt.retryAfter(header);
        return header == null || response.code() != UNAVAILABLE
                ? response
                : response.newBuilder().removeHeader(HeaderNames.RETRY_AFTER).build();
    }

    /** A request that was stopped here: retried, the same would happen again. */
    static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;

        /** What to do about it. */
        private final String advice;

        private StoppedException(String reason, String advice) {
            super(reason);
            this.advice = advice;
        }

        static IOException because(String reason, String advice) {
            return new StoppedException(reason, advice);
        }

        String advice() {
            return advice;
        }
    }
}
