package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server. */
final class JdkServer implements Stack {
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final HttpServer server;

    JdkServer(WebhookReceiver receiver) throws IOException {
        // region jdk
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads); // without one, a single thread serves all requests
        server.createContext("/webhook", exchange -> {
            try (exchange) {
                WebhookResponse response = receiver.receive(
                        exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
                response.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(response.status(), response.body().length);
                exchange.getResponseBody().write(response.body());
                exchange.getResponseBody().flush(); // closing first reads what is left of the request
            }
        });
        server.start();
        // endregion
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
