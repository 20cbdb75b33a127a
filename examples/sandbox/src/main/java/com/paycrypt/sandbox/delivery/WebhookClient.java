package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Dialect;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Makes one attempt: posts a body and takes what comes back within 5 s, redirects included. Thread-safe. */
public final class WebhookClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long SHOWN = 16 * 1024;
    private static final int MAX_REDIRECTS = 20;

    private final Hosts hosts;
    private final HttpClients clients = new HttpClients();

    /**
     * Creates a client.
     *
     * @param hosts which hosts may be sent to
     */
    public WebhookClient(Hosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Posts a body.
     *
     * @param url the receiver
     * @param at when it was signed
     * @param headers the headers
     * @param body the raw bytes
     * @param dialect whose servers follow redirects, if they do
     * @return what was sent and what came back
     */
    public Attempt send(URI url, Instant at, Map<String, String> headers, byte[] body, Dialect dialect) {
        long start = System.nanoTime();
        try (Response response = exchange(url, headers, body, dialect, start)) {
            String shown = firstOf(response.body().source());
            return new Attempt(
                    at,
                    headers,
                    OptionalInt.of(response.code()),
                    headersOf(response),
                    shown,
                    Optional.empty(),
                    since(start));
        } catch (IOException | IllegalArgumentException e) {
            return new Attempt(at, headers, OptionalInt.empty(), Map.of(), "", Optional.of(reason(e)), since(start));
        }
    }

    /** Frees what sending needed. */
    @Override
    public void close() {
        clients.close();
    }

    /** Running servers follow redirects, and a 301, 302 or 303 becomes a GET without the body. */
    private Response exchange(URI url, Map<String, String> headers, byte[] body, Dialect dialect, long start)
            throws IOException {
        Request request = request(url, headers, body);
        Response response = call(request, start);
        for (int hop = 0; hop < MAX_REDIRECTS && dialect.isSeenRunning() && response.isRedirect(); hop++) {
            HttpUrl next = next(response);
            boolean keepsBody = response.code() == 307 || response.code() == 308;
            request = keepsBody && request.method().equals("POST")
                    ? request.newBuilder().url(next).post(new OnceBody(body)).build()
                    : request.newBuilder()
                            .url(next)
                            .get()
                            .removeHeader("Content-Type")
                            .build();
            response.close();
            response = call(request, start);
        }
        return response;
    }

    private HttpUrl next(Response response) throws IOException {
        try (response) {
            String location = Objects.requireNonNullElse(response.header("Location"), "");
            HttpUrl next = response.request().url().resolve(location);
            if (next == null) {
                throw new IOException("redirected to no web address: " + location);
            }
            Optional<String> objection = hosts.objection(next.uri());
            if (objection.isPresent()) {
                throw new IOException("redirected elsewhere: " + objection.get());
            }
            return next;
        }
    }

    private Response call(Request request, long start) throws IOException {
        Duration left = LIMIT.minus(since(start));
        if (left.isNegative() || left.isZero()) {
            throw new InterruptedIOException();
        }
        OkHttpClient client = clients.get().newBuilder().callTimeout(left).build();
        return client.newCall(request).execute();
    }

    private static Request request(URI url, Map<String, String> headers, byte[] body) {
        Request.Builder request = new Request.Builder().url(url.toString());
        headers.forEach(request::header);
        return request.post(new OnceBody(body)).build();
    }

    private static String firstOf(BufferedSource source) throws IOException {
        source.request(SHOWN);
        return source.getBuffer().readString(Math.min(SHOWN, source.getBuffer().size()), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headersOf(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .forEach(header -> headers.merge(header.getFirst(), header.getSecond(), (a, b) -> a + ", " + b));
        return headers;
    }

    private static String reason(Exception e) {
        return e instanceof InterruptedIOException
                ? "no response within " + LIMIT.toSeconds() + " s"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
