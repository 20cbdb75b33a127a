package com.paycrypt.examples.stacks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway that invokes a function for each request, as the HTTP APIs of AWS do: it joins equal names by commas. */
final class Gateway implements Stack {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    Gateway(LambdaFunction function) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/webhook", exchange -> {
            try (exchange) {
                Map<String, Object> response = function.handleRequest(
                        exchange.getRequestMethod(),
                        headers(exchange),
                        Base64.getEncoder()
                                .encodeToString(exchange.getRequestBody().readAllBytes()),
                        true);
                byte[] body = String.valueOf(response.get("body")).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders((Integer) response.getOrDefault("statusCode", 500), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
