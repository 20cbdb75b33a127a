package com.paycrypt.examples.doctor;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A request as it is sent, which need not be as PayCrypt sends it. Immutable. */
final class Delivery {
    static final String KEY = "X-Paycrypt-Key";
    static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    static final String SIGNATURE = "X-Paycrypt-Signature";

    /** How the end of the body is marked. */
    enum Framing {
        CONTENT_LENGTH,
        CHUNKED
    }

    /** One header line. */
    record Header(String name, String value) {}

    final String method;
    final List<Header> headers;
    final Framing framing;
    private final byte[] body;

    private Delivery(String method, List<Header> headers, Framing framing, byte[] body) {
        this.method = method;
        this.headers = List.copyOf(headers);
        this.framing = framing;
        this.body = body;
    }

    static Delivery of(SignedWebhook signed) {
        List<Header> headers = new ArrayList<>();
        signed.headers().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new Delivery("POST", headers, Framing.CONTENT_LENGTH, signed.body());
    }

    byte[] body() {
        return body.clone();
    }

    int size() {
        return body.length;
    }

    Delivery with(String name, String value) {
        return without(name).followedBy(name, value);
    }

    Delivery without(String name) {
        return withHeaders(
                headers.stream().filter(header -> !header.name().equals(name)).toList());
    }

    /** One more line of that name, after those that are there. */
    Delivery followedBy(String name, String value) {
        return withHeaders(Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                .toList());
    }

    /** One more line of that name, before those that are there. */
    Delivery precededBy(String name, String value) {
        return withHeaders(Stream.concat(Stream.of(new Header(name, value)), headers.stream())
                .toList());
    }

    Delivery withBody(byte[] other) {
        return new Delivery(method, headers, framing, other.clone());
    }

    Delivery chunked() {
        return new Delivery(method, headers, Framing.CHUNKED, body);
    }

    Delivery asGet() {
        return new Delivery("GET", headers, framing, body);
    }

    private Delivery withHeaders(List<Header> others) {
        return new Delivery(method, others, framing, body);
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst();
    }
}
