package com.paycrypt.sandbox.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's program, written from the API guide alone: it signs, creates sessions and uses the checkout's forms. */
public class Merchant {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final Clock clock;
    private final String key;
    private final String secret;

    public Merchant(Sandbox sandbox) {
        this(sandbox, sandbox.key(), sandbox.secret(), Clock.systemUTC());
    }

    public Merchant(Sandbox sandbox, Clock clock) {
        this(sandbox, sandbox.key(), sandbox.secret(), clock);
    }

    public Merchant(Sandbox sandbox, String key, String secret) {
        this(sandbox, key, secret, Clock.systemUTC());
    }

    private Merchant(Sandbox sandbox, String key, String secret, Clock clock) {
        this.sandbox = sandbox;
        this.key = key;
        this.secret = secret;
        this.clock = clock;
    }

    /** The guide's example of a body. */
    public static ObjectNode order(String orderId) {
        ObjectNode body = JSON.createObjectNode()
                .put("order_id", orderId)
                .put("amount", "49.00")
                .put("currency", "USD")
                .put("success_url", "https://merchant.tld/success?oid=ORD-123")
                .put("cancel_url", "https://merchant.tld/cancel?oid=ORD-123");
        body.putObject("customer").put("email", "buyer@example.com");
        body.putObject("metadata").put("source", "merchant");
        return body;
    }

    /** Creates a session for the guide's order, with webhooks to a URL. */
    public String createSession(String webhookUrl) {
        HttpResponse<String> answer = create(order("ORD-123").put("webhook_url", webhookUrl));
        return json(answer).path("id").asText();
    }

    public HttpResponse<String> create(ObjectNode body) {
        return create(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> create(byte[] body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return send(signed(timestamp, body, signature(secret, timestamp, body)));
    }

    /** A create with the signature headers as given. */
    public HttpRequest.Builder signed(String timestamp, byte[] body, String signature) {
        return post("/api/v1/payment_sessions", body)
                .header("X-Paycrypt-Key", key)
                .header("X-Paycrypt-Timestamp", timestamp)
                .header("X-Paycrypt-Signature", signature);
    }

    public HttpRequest.Builder post(String path, byte[] body) {
        return to(path).POST(BodyPublishers.ofByteArray(body));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<String> submit(String path, String form) {
        return send(post(path, form.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String signature(String secret, String timestamp, byte[] body) {
        return signature(secret, timestamp, body, ".");
    }

    public static String signature(String secret, String timestamp, byte[] body, String separator) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + separator).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
