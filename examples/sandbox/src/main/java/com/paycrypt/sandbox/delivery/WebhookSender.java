package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Dialect;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt: signs the body with the time of this attempt, posts it and takes what comes back within 5 s.
 */
final class WebhookSender implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long SHOWN = 16 * 1024;

    private final Clock clock;
    private final ApiKey signer;
    private final HttpClients clients = new HttpClients(LIMIT);

    WebhookSender(Clock clock, ApiKey signer) {
        this.clock = clock;
        this.signer = signer;
    }

    Attempt send(Delivery delivery, Dialect dialect) {
        Instant at = clock.instant();
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = sign(at, body);
        long start = System.nanoTime();
        try (Response answer =
                clients.of(dialect).newCall(request(delivery, headers, body)).execute()) {
            String shown = firstOf(answer.body().source());
            return new Attempt(
                    at, headers, OptionalInt.of(answer.code()), headersOf(answer), shown, null, since(start));
        } catch (IOException | IllegalArgumentException e) {
            return new Attempt(at, headers, OptionalInt.empty(), Map.of(), "", reason(e), since(start));
        }
    }

    @Override
    public void close() {
        clients.close();
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

    private static @Nullable String reason(Exception e) {
        return e instanceof InterruptedIOException
                ? "no answer within " + LIMIT.toSeconds() + " s"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
