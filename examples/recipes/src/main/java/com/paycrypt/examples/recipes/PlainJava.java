package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Creates sessions and receives webhooks with the JDK's own HTTP server, without any framework. */
public final class PlainJava implements AutoCloseable {
    private static final String WEBHOOK_PATH = "/api/paycrypt/webhook";

    private final PayCryptClient payCrypt;
    private final WebhookReceiver receiver;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    /**
     * Starts the server.
     *
     * @param baseUrl the PayCrypt server
     * @param credentials the account, which also signs the webhooks
     * @param port the port; 0 for a free one
     * @param handler is called once for each verified event
     * @throws IOException if the port is in use
     */
    public PlainJava(String baseUrl, Credentials credentials, int port, WebhookHandler handler) throws IOException {
        payCrypt = PayCryptClient.builder(baseUrl, credentials).build();
        receiver = WebhookReceiver.builder(credentials).handler(handler).build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(WEBHOOK_PATH, this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Creates a session.
     *
     * @param orderId the order
     * @param amount what it costs, as exact text such as {@code 49.00}
     * @param currency in which currency
     * @return the session, whose checkout page the customer is sent to
     */
    public PaymentSession checkout(String orderId, String amount, String currency) {
        return payCrypt.paymentSessions()
                .create(PaymentSessionRequest.builder()
                        .orderId(orderId)
                        .amount(amount, currency)
                        .successUrl(address("/orders/" + orderId).toString())
                        .cancelUrl(address("/orders/" + orderId).toString())
                        .webhookUrl(address(WEBHOOK_PATH).toString())
                        .build());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebhookResponse response = receiver.receive(
                    exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.getResponseBody().flush(); // closing first reads what is left of the request
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        payCrypt.close();
    }
}
