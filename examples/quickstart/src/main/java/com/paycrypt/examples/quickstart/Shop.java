package com.paycrypt.examples.quickstart;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The merchant: orders, and a server that receives their webhooks. */
final class Shop implements AutoCloseable {
    private static final String WEBHOOK_PATH = "/api/paycrypt/webhook";
    private static final String THANKS = "Thank you. Your order ships once its payment is confirmed.\n";

    private final Orders orders = new Orders();
    private final AtomicInteger handled = new AtomicInteger();
    private final WireTap tap = new WireTap();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Story story;
    private final HttpServer server;
    private final WebhookReceiver receiver;

    private Shop(Credentials credentials, Story story) throws IOException {
        this.story = story;
        this.receiver =
                WebhookReceiver.builder(credentials).handler(this::handle).build();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static Shop open(Credentials credentials, Story story) throws IOException {
        Shop shop = new Shop(credentials, story);
        shop.server.createContext(WEBHOOK_PATH, shop::receive).getFilters().add(shop.tap);
        shop.server.createContext("/", Shop::thank);
        shop.server.setExecutor(shop.threads);
        shop.server.start();
        return shop;
    }

    Orders orders() {
        return orders;
    }

    WireTap tap() {
        return tap;
    }

    /** How many events have reached the shop's own code. */
    int handled() {
        return handled.get();
    }

    URI webhookUrl() {
        return url(WEBHOOK_PATH);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Everything that the SDK does for a webhook is in the one call of the receiver. */
    private void receive(HttpExchange exchange) throws IOException {
        WebhookResponse response = receiver.receive(
                exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, response.status(), response.body());
    }

    /** Reached by verified events alone. */
    private void handle(WebhookEvent event) {
        handled.incrementAndGet();
        Payment payment = event.payment();
        story.step("Shop", "takes the webhook " + event.type() + ": its key, timestamp and signature are right");
        switch (payment.state()) {
            case PAID ->
                payment.orderId()
                        .flatMap(orders::find)
                        .ifPresentOrElse(
                                order -> settle(order, payment),
                                () -> story.detail("but for an order that it does not know"));
            case FAILED -> story.detail("the order stays open, its goods are free again");
            default -> story.detail("noted; nothing to do yet");
        }
    }

    /** Paid means: this order, this amount, this currency, and not paid before. */
    private void settle(Order order, Payment payment) {
        if (!payment.matches(order.id(), order.total())) {
            story.detail("but it does not pay " + order.total() + " for " + order.id());
        } else if (orders.markPaid(order)) {
            story.detail(order.id() + " is paid: order id, amount and currency agree");
        } else {
            story.detail(order.id() + " was paid before: nothing to do");
        }
    }

    /** The customer comes back here; it proves nothing, so nothing is paid here. */
    private static void thank(HttpExchange exchange) throws IOException {
        send(exchange, 200, THANKS.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
