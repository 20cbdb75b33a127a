package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt: signs the body with the time of this attempt, posts it and takes what comes back within 5 s. It
 * never resends by itself, and follows redirects only in the dialects whose servers do.
 */
final class WebhookSender implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long SHOWN = 16 * 1024;

    private final Clock clock;
    private final ApiKey signer;
    private final OkHttpClient direct;
    private final OkHttpClient following;

    WebhookSender(Clock clock, ApiKey signer) {
        this.clock = clock;
        this.signer = signer;
        this.direct = new OkHttpClient.Builder()
                .dns(new PinnedDns(Dns.SYSTEM))
                .proxy(Proxy.NO_PROXY)
                .callTimeout(LIMIT)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
        this.following = direct.newBuilder().followRedirects(true).build();
    }

    Attempt send(Delivery delivery, Dialect dialect) {
        Instant at = clock.instant();
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = sign(at, body);
        long start = System.nanoTime();
        try (Response answer =
                client(dialect).newCall(request(delivery, headers, body)).execute()) {
            String shown = firstOf(answer.body().source());
            return new Attempt(
                    at, headers, OptionalInt.of(answer.code()), headersOf(answer), shown, null, since(start));
        } catch (IOException e) {
            return new Attempt(at, headers, OptionalInt.empty(), Map.of(), "", reason(e), since(start));
        }
    }

    @Override
    public void close() {
        direct.dispatcher().executorService().shutdown();
        direct.dispatcher().cancelAll();
        direct.connectionPool().evictAll();
    }

    private OkHttpClient client(Dialect dialect) {
        return dialect.isSeenRunning() ? following : direct;
    }

    private Map<String, String> sign(Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "PayCrypt-Sandbox");
        headers.put(Headers.KEY, signer.key());
        headers.put(Headers.TIMESTAMP, timestamp);
        headers.put(Headers.SIGNATURE, Signature.of(signer.secret(), timestamp, body));
        return headers;
    }

    private static Request request(Delivery delivery, Map<String, String> headers, byte[] body) {
        Request.Builder request = new Request.Builder().url(delivery.url().toString());
        headers.forEach(request::header);
        return request.post(new OnceBody(body)).build();
    }

    private static String firstOf(BufferedSource source) throws IOException {
        source.request(SHOWN);
        return source.getBuffer().readString(Math.min(SHOWN, source.getBuffer().size()), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headersOf(Response answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach(header -> headers.merge(header.getFirst(), header.getSecond(), (a, b) -> a + ", " + b));
        return headers;
    }

    private static @Nullable String reason(IOException e) {
        return e instanceof InterruptedIOException
                ? "no answer within " + LIMIT.toSeconds() + " s"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
