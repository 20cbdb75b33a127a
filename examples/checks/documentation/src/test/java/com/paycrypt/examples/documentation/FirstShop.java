package com.paycrypt.examples.documentation;

// region program
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

public final class FirstShop {
    private FirstShop() {}

    public static void main(String[] args) throws IOException {
        String shop = "http://127.0.0.1:" + receiveWebhooks(Credentials.fromEnvironment());

        try (PayCryptClient payCrypt = PayCryptClient.fromEnvironment()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-123")
                            .amount("49.00", "USD")
                            .successUrl(shop + "/orders/ORD-123")
                            .cancelUrl(shop + "/cart")
                            .webhookUrl(shop + "/api/paycrypt/webhook")
                            .build());
            System.out.println("pay at " + session.checkoutUrl());
        }
    }

    private static int receiveWebhooks(Credentials credentials) throws IOException {
        WebhookReceiver receiver =
                WebhookReceiver.builder(credentials).handler(FirstShop::handle).build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/paycrypt/webhook", exchange -> {
            WebhookResponse response = receiver.receive(
                    exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.getResponseBody().flush(); // closing first reads what is left of the request
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    private static void handle(WebhookEvent event) {
        Payment payment = event.payment();
        if (payment.state() == Payment.State.PAID && payment.matches("ORD-123", Money.of("49.00", "USD"))) {
            System.out.println("ship ORD-123");
        }
    }
}
// endregion
