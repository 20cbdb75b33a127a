package com.paycrypt.sandbox.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A merchant's webhook endpoint that notes what it gets and answers as it was told, 200 unless told otherwise. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<CountDownLatch> held = new LinkedBlockingQueue<>();
    private volatile String body = "{\"ok\":true}";
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() throws IOException {
        Receiver receiver =
                new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext("/", receiver::take);
        receiver.server.start();
        return receiver;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/paycrypt/webhook";
    }

    public Receiver thenAnswer(int status) {
        return thenAnswer(status, Map.of());
    }

    public Receiver thenAnswer(int status, Map<String, String> headers) {
        answers.add(new Answer(status, headers));
        return this;
    }

    public Receiver answering(String text) {
        body = text;
        return this;
    }

    /** Answers the next request only once the latch is counted down. */
    public CountDownLatch holdNext() {
        CountDownLatch latch = new CountDownLatch(1);
        held.add(latch);
        return latch;
    }

    /** Waits until so many requests have come. */
    public void awaitReceived(int count) throws InterruptedException {
        synchronized (received) {
            while (received.size() < count) {
                received.wait(60_000);
            }
        }
    }

    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    sent,
                    exchange.getRemoteAddress().getPort()));
            synchronized (received) {
                received.notifyAll();
            }
            hold();
            Answer answer = answers.isEmpty() ? new Answer(200, Map.of()) : answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] ok = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), ok.length);
            exchange.getResponseBody().write(ok);
        }
    }

    private void hold() {
        CountDownLatch latch = held.poll();
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public record Answer(int status, Map<String, String> headers) {}

    @SuppressWarnings("ArrayRecordComponent") // only ever read
    public record Received(String method, String path, Map<String, List<String>> headers, byte[] body, int senderPort) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(",", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        public boolean isSignedWith(String secret) {
            return Merchant.signature(secret, header("X-Paycrypt-Timestamp"), body)
                    .equals(header("X-Paycrypt-Signature"));
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
