package com.paycrypt.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A merchant's webhook endpoint that notes what it gets and answers as it was told, 200 unless told otherwise. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        Receiver receiver =
                new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext("/", receiver::take);
        receiver.server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/paycrypt/webhook";
    }

    Receiver thenAnswer(int status) {
        return thenAnswer(status, Map.of());
    }

    Receiver thenAnswer(int status, Map<String, String> headers) {
        answers.add(new Answer(status, headers));
        return this;
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            Answer answer = answers.isEmpty() ? new Answer(200, Map.of()) : answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] ok = "{\"ok\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), ok.length);
            exchange.getResponseBody().write(ok);
        }
    }

    record Answer(int status, Map<String, String> headers) {}

    @SuppressWarnings("ArrayRecordComponent") // only ever read
    record Received(String method, String path, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(",", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        boolean isSignedWith(String secret) {
            return Merchant.signature(secret, header("X-Paycrypt-Timestamp"), body)
                    .equals(header("X-Paycrypt-Signature"));
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
