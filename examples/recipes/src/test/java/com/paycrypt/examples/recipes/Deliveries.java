package com.paycrypt.examples.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Signed deliveries and what else the recipes are run with. */
final class Deliveries {
    private Deliveries() {}

    static SignedWebhook of(Credentials credentials, String orderId) {
        return of(credentials, "payment.succeeded", orderId, "49.00");
    }

    static SignedWebhook of(Credentials credentials, String type, String orderId, String amount) {
        String body = "{\"type\":\"" + type + "\",\"data\":{\"order_id\":\"" + orderId + "\",\"amount\":\"" + amount
                + "\",\"currency\":\"USD\"}}";
        return WebhookSigner.of(credentials).sign(body.getBytes(UTF_8));
    }

    static int deliver(WebhookReceiver receiver, SignedWebhook delivery) {
        return receiver.receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    static PaymentSessionRequest request(String orderId) {
        return PaymentSessionRequest.builder()
                .orderId(orderId)
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .build();
    }

    static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=20000");
        return database;
    }
}
