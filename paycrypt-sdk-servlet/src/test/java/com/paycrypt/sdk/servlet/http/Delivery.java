package com.paycrypt.sdk.servlet.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A delivery on its way, genuine until something is changed. */
public final class Delivery {
    public static final String KEY = "X-Paycrypt-Key";
    public static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    public static final String SIGNATURE = "X-Paycrypt-Signature";

    private final String method;
    private final Headers headers;
    private final byte[] body;
    private final boolean chunked;

    private Delivery(String method, Headers headers, byte[] body, boolean chunked) {
        this.method = method;
        this.headers = headers;
        this.body = body;
        this.chunked = chunked;
    }

    /** A paid order, with a letter beyond ASCII and one beyond the basic plane. */
    public static Delivery ofOrder(String orderId, Credentials credentials, Clock clock) {
        return of(
                "{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"object\":{\"order_id\":\"" + orderId
                        + "\",\"note\":\"Köln 😀\"}}}",
                credentials,
                clock);
    }

    public static Delivery of(String body, Credentials credentials, Clock clock) {
        SignedWebhook signed = WebhookSigner.of(credentials, clock).sign(body.getBytes(StandardCharsets.UTF_8));
        Headers.Builder headers = new Headers.Builder().add("Content-Type", "application/json");
        signed.headers().forEach((name, values) -> headers.set(name, values.get(0)));
        return new Delivery("POST", headers.build(), signed.body(), false);
    }

    public Delivery by(String other) {
        return new Delivery(other, headers, body, chunked);
    }

    public Delivery with(String name, String value) {
        return new Delivery(method, headers.newBuilder().set(name, value).build(), body, chunked);
    }

    public Delivery adding(String name, String value) {
        return new Delivery(method, headers.newBuilder().add(name, value).build(), body, chunked);
    }

    public Delivery without(String name) {
        return new Delivery(method, headers.newBuilder().removeAll(name).build(), body, chunked);
    }

    public Delivery withBody(byte[] other) {
        return new Delivery(method, headers, other, chunked);
    }

    /** Without a declared length. */
    public Delivery chunked() {
        return new Delivery(method, headers, body, true);
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    Request request(String url) {
        boolean bodiless = method.equals("GET") || method.equals("HEAD");
        return new Request.Builder()
                .url(url)
                .headers(headers)
                .method(method, bodiless ? null : new Bytes())
                .build();
    }

    /** The head of a request as it is written on a socket. */
    public String head(String path) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header.getFirst())
                .append(": ")
                .append(header.getSecond())
                .append("\r\n"));
        return head.toString();
    }

    /** The content type stands among the headers. */
    private final class Bytes extends RequestBody {
        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return chunked ? -1 : body.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws java.io.IOException {
            sink.write(body);
        }
    }
}
