package com.paycrypt.examples.quickstart;

import com.paycrypt.sdk.money.Money;

/** What a customer wants to buy. */
record Order(String id, Money total, State state) {
    /** Where an order stands. */
    enum State {
        OPEN,
        PAID
    }

    static Order open(String id, Money total) {
        return new Order(id, total, State.OPEN);
    }

    Order paid() {
        return new Order(id, total, State.PAID);
    }
}
