package com.paycrypt.examples.proofs;

import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Deliveries as PayCrypt signs them. */
final class Deliveries {
    private static final String ORDER = "\"order_id\":\"";

    private Deliveries() {}

    static SignedWebhook sign(Clock clock, String order, String session) {
        String body = "{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"object\":{\"id\":\"" + session
                + "\"," + ORDER + order + "\"}}}";
        return WebhookSigner.of(Machine.CREDENTIALS, clock).sign(body.getBytes(StandardCharsets.UTF_8));
    }

    static String order(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int start = text.indexOf(ORDER) + ORDER.length();
        return text.substring(start, text.indexOf('"', start));
    }
}
