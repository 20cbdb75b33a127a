package com.paycrypt.examples.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** The SDK's receiver on the JDK's server. */
final class SdkReceiver implements Receiver {
    private final WebhookReceiver receiver;

    SdkReceiver(TestShop shop) {
        this.receiver = WebhookReceiver.builder(Credentials.of(HandWritten.KEY, HandWritten.SECRET))
                .handler(event -> shop.handle(payment(event)))
                .build();
    }

    private static Payment payment(WebhookEvent event) {
        Optional<Money> amount = event.payment().amount();
        return new Payment(
                event.type(),
                event.id(),
                event.payment().orderId().orElse(""),
                event.payment().sessionId().orElse(""),
                amount.map(Money::amount).orElse(BigDecimal.ZERO),
                amount.map(Money::currency).orElse(""));
    }

    @Override
    public Answer receive(HttpExchange exchange) throws IOException {
        WebhookResponse response = receiver.receive(
                exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
        return new Answer(response.status(), response.headers(), new String(response.body(), UTF_8));
    }
}
