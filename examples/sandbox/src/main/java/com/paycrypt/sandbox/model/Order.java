package com.paycrypt.sandbox.model;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * What a merchant asks to be paid for, once it has been checked.
 *
 * @param orderId the merchant's order
 * @param amount the amount, exactly as it was sent
 * @param currency the currency, in capitals
 * @param customerEmail the customer's address, if given
 * @param metadata the merchant's free-form data as JSON text, if given
 * @param successUrl where the customer goes after paying
 * @param cancelUrl where the customer goes after cancelling
 * @param webhookUrl where events are sent, if given
 */
public record Order(
        String orderId,
        BigDecimal amount,
        String currency,
        Optional<String> customerEmail,
        Optional<String> metadata,
        URI successUrl,
        URI cancelUrl,
        Optional<URI> webhookUrl) {

    /**
     * Returns amount and currency.
     *
     * @return such as {@code 49.00 USD}
     */
    public String price() {
        return amount.toPlainString() + " " + currency;
    }
}
