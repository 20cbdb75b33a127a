package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import com.paycrypt.sdk.internal.text.Redactor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.AsyncTimeout;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call and how far it came.
 *
 * <p>Its time limit is okio's, as OkHttp's call timeout is, but not that itself: OkHttp's runs
 * {@code EventListener.canceled} on the one thread that ends all timeouts of the JVM.
 */
final class Attempt extends EventListener {
    private final int number;
    private final long startedAt;
    private @Nullable Credentials credentials;
    private long signedAt;
    private volatile @Nullable Connection connection;
    private volatile boolean timedOut;
    private volatile boolean connected;
    private volatile boolean handshaking;
    private volatile boolean stale;
    private volatile boolean sent;
    private volatile boolean answered;
    private volatile @Nullable String retryAfter;

    Attempt(int number, long startedAt) {
        this.number = number;
        this.startedAt = startedAt;
    }

    /** Returns the attempt of a request; null if an interceptor replaced what was signed. */
    static @Nullable Attempt of(Request request) {
        return request.body() instanceof Body body ? body.attempt : request.tag(Attempt.class);
    }

    void signedWith(Credentials used, long second) {
        this.credentials = used;
        this.signedAt = second;
    }

    /** Puts the attempt on its request: on the body, since tags load Kotlin's reflection. */
    Request on(Request.Builder request, String method, byte @Nullable [] body) {
        return body == null
                ? request.method(method, null).tag(Attempt.class, this).build()
                : request.method(method, new Body(body, this)).build();
    }

    /** Sends the request and reads the response, within a time limit. */
    ApiResponse execute(Call call, long limitNanos, Executor canceller) throws IOException {
        AsyncTimeout limit = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                timedOut = true;
                canceller.execute(() -> Attempt.cancel(call));
            }
        };
        limit.timeout(Math.max(1, limitNanos), TimeUnit.NANOSECONDS);
        limit.enter();
        try (Response response = call.execute()) {
            return ApiResponse.read(response);
        } finally {
            limit.exit();
        }
    }

    /** An event listener of a given OkHttpClient may throw: the call is cancelled all the same. */
    static void cancel(Call call) {
        CallObservers.quietly("An event listener of the given OkHttpClient", call::cancel);
    }

    int number() {
        return number;
    }

    /** Reading of the monotonic clock. */
    long startedAt() {
        return startedAt;
    }

    /** The unix second that it was signed with. */
    long signedAt() {
        return signedAt;
    }

    @Nullable
    Credentials credentials() {
        return credentials;
    }

    Redactor redactor() {
        Credentials used = credentials;
        return used == null ? new Redactor() : new Redactor(used.key(), Signatures.secret(used));
    }

    boolean isTimedOut() {
        return timedOut;
    }

    /** Whether a byte of the request may have left. */
    boolean isSent() {
        return sent;
    }

    void markSent() {
        sent = true;
    }

    /** Whether the request was not sent because its connection turned out to be closed. */
    boolean isStale() {
        return stale;
    }

    void markStale() {
        stale = true;
    }

    /** Whether idle connections of the same age are likely to be dead: one of them failed before the response. */
    boolean castsDoubt() {
        return stale || (sent && isReused() && !answered);
    }

    /** Whether the connection was made and the server has not finished the TLS handshake. */
    boolean isHandshaking() {
        return handshaking;
    }

    /** Whether it goes over a connection that was there before, unless it has none yet. */
    boolean isReused() {
        return connection != null && !connected;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    void retryAfter(@Nullable String header) {
        retryAfter = header;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        handshaking = false;
    }

    @Override
    public void secureConnectStart(Call call) {
        handshaking = true;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        handshaking = false;
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        connected = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection acquired) {
        connection = acquired;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
    }

    /** The signed bytes, sent once. */
    private static final class Body extends RequestBody {
        private static final MediaType JSON = MediaType.get("application/json");

        private final byte[] bytes;
        private final Attempt attempt;

        Body(byte[] bytes, Attempt attempt) {
            this.bytes = bytes;
            this.attempt = attempt;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
