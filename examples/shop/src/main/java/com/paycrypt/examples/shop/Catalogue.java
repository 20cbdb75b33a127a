package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import java.util.Map;
import java.util.Optional;

/** What the shop sells. Prices are the shop's own, never the customer's. */
final class Catalogue {
    private static final Map<String, Money> PRICES =
            Map.of("mug", Money.of("14.00", "USD"), "kettle", Money.of("49.00", "USD"));

    private Catalogue() {}

    static Optional<Money> price(String item) {
        return Optional.ofNullable(PRICES.get(item));
    }
}
