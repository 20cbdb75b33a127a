package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import java.util.List;
import java.util.Optional;

/** What the shop sells. Prices are the shop's own: no form carries one. */
final class Catalogue {
    static final List<Item> ITEMS = List.of(
            new Item("mug", "Mug, 0.3 l", Money.of("14.00", "USD")),
            new Item("kettle", "Kettle, 1.7 l", Money.of("49.00", "USD")),
            new Item("grinder", "Coffee grinder", Money.of("129.90", "USD")));

    private Catalogue() {}

    static Optional<Item> find(String name) {
        return ITEMS.stream().filter(item -> item.name().equals(name)).findFirst();
    }
}
