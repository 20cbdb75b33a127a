package com.paycrypt.examples.shop;

import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/**
 * A verified event that reached the shop's own code, as it is listed for people. Its texts are shortened to what the
 * database's columns hold.
 *
 * @param type the event's type
 * @param orderId the order it names, if any
 * @param sessionId the payment session it names, if any
 * @param amount the amount with its currency, if any
 * @param verdict what the shop made of it
 */
public record TakenEvent(
        String type,
        @Nullable String orderId,
        @Nullable String sessionId,
        @Nullable String amount,
        Verdict verdict) {
    private static final int MAX_LENGTH = 200;

    static TakenEvent of(WebhookEvent event, Verdict verdict) {
        Payment payment = event.payment();
        return new TakenEvent(
                storable(event.type()),
                payment.orderId().map(TakenEvent::storable).orElse(null),
                payment.sessionId().map(TakenEvent::storable).orElse(null),
                payment.amount().map(Object::toString).map(TakenEvent::storable).orElse(null),
                verdict);
    }

    /** PostgreSQL stores no U+0000. */
    static String storable(String text) {
        String stored = text.replace('\0', ' ');
        return stored.length() <= MAX_LENGTH ? stored : stored.substring(0, MAX_LENGTH);
    }
}
