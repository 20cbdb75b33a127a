package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.util.Optional;

/**
 * What a customer buys.
 *
 * @param id the shop's own name for it
 * @param total what is to be paid
 * @param state where it stands
 * @param checkout where it can be paid, once a payment session is there
 */
public record Order(String id, Money total, State state, Optional<URI> checkout) {
    /** Where an order stands. */
    public enum State {
        /** Not paid. */
        OPEN,
        /** Paid, once and for all. */
        PAID
    }
}
