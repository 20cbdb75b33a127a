package com.paycrypt.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;

/** Verified events, made as PayCrypt makes them. */
final class Events {
    private static final Credentials CREDENTIALS = Credentials.of("pk_test", "sk_test");

    private Events() {}

    static WebhookEvent of(String type, String orderId, String sessionId, Money amount) {
        String body = """
                {"type":"%s","id":"evt_1","data":{"payment_session_id":"%s","order_id":"%s","amount":"%s","currency":"%s"}}""".formatted(type, sessionId, orderId, amount.amount().toPlainString(), amount.currency());
        SignedWebhook delivery = WebhookSigner.of(CREDENTIALS).sign(body.getBytes(UTF_8));
        return WebhookVerifier.of(CREDENTIALS).verify(delivery.headers()::get, delivery.body());
    }

    static WebhookEvent of(String type, Order order, String sessionId) {
        return of(type, order.id(), sessionId, order.total());
    }

    static WebhookEvent paid(Order order) {
        return of("payment.succeeded", order, "ps_1");
    }
}
