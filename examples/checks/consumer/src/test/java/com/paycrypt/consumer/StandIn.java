package com.paycrypt.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Answers a signed request with a session and every other one with 401, as the PayCrypt API guide says. */
final class StandIn implements AutoCloseable {
    private static final String SESSION = """
            {"id":"ps_abcd1234ef56","status":"created","checkout_url":"https://paycrypt.tld/checkout/ps_abcd1234ef56",\
            "expires_at":1723650000}""";

    private final HttpServer server;

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/payment_sessions", StandIn::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String timestamp = exchange.getRequestHeaders().getFirst("X-Paycrypt-Timestamp");
        boolean signed = Signature.of(timestamp, body)
                .equals(exchange.getRequestHeaders().getFirst("X-Paycrypt-Signature"));
        byte[] answer = (signed ? SESSION : "{\"error\":\"bad_signature\"}").getBytes(UTF_8);
        exchange.sendResponseHeaders(signed ? 201 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
