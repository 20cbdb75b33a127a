package com.paycrypt.sandbox.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant asks to be paid for, once it has been checked.
 *
 * @param orderId the merchant's order
 * @param amount the amount, exactly as it was sent
 * @param currency the currency, in capitals
 * @param customerEmail the customer's address, if given
 * @param metadata the merchant's free-form data, if given
 * @param successUrl where the customer goes after paying
 * @param cancelUrl where the customer goes after cancelling
 * @param webhookUrl where events are sent, if given
 */
public record Order(
        String orderId,
        BigDecimal amount,
        String currency,
        @Nullable String customerEmail,
        @Nullable ObjectNode metadata,
        URI successUrl,
        URI cancelUrl,
        @Nullable URI webhookUrl) {}
