package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A receiver written by hand, stage by stage, right in all of them. One that is wrong overrides one stage. */
class HandWritten implements Receiver {
    static final String KEY = "pk_shop";
    static final String SECRET = "sk_shop";
    static final int LIMIT = 1 << 20;

    final TestShop shop;
    final Signatures signatures = new Signatures(KEY, SECRET, Clock.systemUTC());
    final Set<String> seen = ConcurrentHashMap.newKeySet();
    final ObjectMapper json = new ObjectMapper();

    HandWritten(TestShop shop) {
        this.shop = shop;
    }

    /** Ends the handling of a delivery. */
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Answer answer;

        Rejected(int status) {
            this(Answer.of(status));
        }

        Rejected(Answer answer) {
            super("rejected", null, false, false);
            this.answer = answer;
        }
    }

    @Override
    public Answer receive(HttpExchange exchange) throws IOException {
        try {
            return stages(exchange);
        } catch (Rejected rejected) {
            return rejected.answer;
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    Answer stages(HttpExchange exchange) throws IOException {
        checkMethod(exchange);
        checkKey(exchange);
        checkTime(exchange);
        checkForm(exchange);
        byte[] body = readBody(exchange);
        checkSignature(exchange, body);
        return claim(exchange, parse(body));
    }

    void checkMethod(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Rejected(new Answer(405, Map.of("Allow", "POST"), "{}"));
        }
    }

    /** The one value of a header. */
    String header(HttpExchange exchange, String name, int status) {
        List<String> values = exchange.getRequestHeaders().get(name);
        if (values == null || values.size() != 1) {
            throw new Rejected(status);
        }
        return values.get(0);
    }

    void checkKey(HttpExchange exchange) {
        if (!header(exchange, Delivery.KEY, 401).equals(KEY)) {
            throw new Rejected(401);
        }
    }

    String timestamp(HttpExchange exchange) {
        return header(exchange, Delivery.TIMESTAMP, 400);
    }

    String signature(HttpExchange exchange) {
        return header(exchange, Delivery.SIGNATURE, 401);
    }

    void checkTime(HttpExchange exchange) {
        String timestamp = timestamp(exchange);
        if (!timestamp.matches("[1-9][0-9]{0,11}") || !inWindow(Long.parseLong(timestamp), signatures.now())) {
            throw new Rejected(400);
        }
    }

    boolean inWindow(long timestamp, long now) {
        return timestamp >= now - 300 && timestamp <= now + 300;
    }

    void checkForm(HttpExchange exchange) {
        if (!signature(exchange).matches("[0-9a-f]{64}")) {
            throw new Rejected(401);
        }
    }

    byte[] readBody(HttpExchange exchange) throws IOException {
        String declared = exchange.getRequestHeaders().getFirst("Content-Length");
        if (declared != null && Long.parseLong(declared) > LIMIT) {
            throw new Rejected(413);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new Rejected(413);
        }
        return body;
    }

    void checkSignature(HttpExchange exchange, byte[] body) {
        String expected = signatures.signature(signedTimestamp(exchange), signedBytes(body));
        if (!isEqual(expected, signature(exchange))) {
            throw new Rejected(unauthorized(expected));
        }
    }

    String signedTimestamp(HttpExchange exchange) {
        return timestamp(exchange);
    }

    byte[] signedBytes(byte[] body) {
        return body;
    }

    boolean isEqual(String expected, String signature) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    Answer unauthorized(String expected) {
        return Answer.of(401);
    }

    JsonNode parse(byte[] body) {
        try {
            JsonNode event = json.readTree(body);
            if (event.path("type").isTextual()) {
                return event;
            }
        } catch (IOException e) {
            throw new Rejected(400);
        }
        throw new Rejected(400);
    }

    Answer claim(HttpExchange exchange, JsonNode event) {
        if (seen.add(signature(exchange))) {
            handle(event);
        }
        return Answer.of(200);
    }

    void handle(JsonNode event) {
        shop.handle(Payment.read(event));
    }

    Answer failed(RuntimeException failure) {
        return Answer.of(500);
    }
}
