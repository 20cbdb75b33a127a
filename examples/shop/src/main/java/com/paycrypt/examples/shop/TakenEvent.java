package com.paycrypt.examples.shop;

import org.jspecify.annotations.Nullable;

/**
 * A verified event that reached the shop's own code, as it is listed for people.
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
        Verdict verdict) {}
