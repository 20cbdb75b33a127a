package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.examples.doctor.Receiver.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a receiver at {@code /webhook} and what its shop handled at {@code /events}. */
final class ReceiverServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Receiver receiver;

    ReceiverServer(Receiver receiver, TestShop shop) {
        this.receiver = receiver;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/webhook", exchange -> answer(exchange, receiver.receive(exchange)));
        server.createContext("/events", exchange -> answer(exchange, Answer.of(200, shop.events())));
        server.start();
    }

    URI webhook() {
        return address("/webhook");
    }

    URI events() {
        return address("/events");
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        receiver.end();
        server.stop(0);
        threads.shutdownNow();
    }
}
