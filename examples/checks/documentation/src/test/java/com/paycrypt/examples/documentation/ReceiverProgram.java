package com.paycrypt.examples.documentation;

// region webhooks
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpServer;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Receives webhooks on the JDK's server. */
final class ReceiverProgram {
    private ReceiverProgram() {}

    static void run(HttpServer server, Credentials credentials, Consumer<String> shipping) {
        // region receiver
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .handler(event -> {
                    Payment payment = event.payment();
                    if (payment.state() == Payment.State.PAID && payment.matches("ORD-123", Money.of("49.00", "USD"))) {
                        shipping.accept("ORD-123");
                    }
                })
                .build();

        server.createContext("/api/paycrypt/webhook", exchange -> {
            WebhookResponse response = receiver.receive(
                    exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.getResponseBody().flush(); // closing first reads what is left of the request
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool()); // without one, a single slow sender stops them all
        // endregion
    }
}
// endregion
