package com.paycrypt.examples.doctor;

import java.math.BigDecimal;

/**
 * The order that the events name.
 *
 * @param id its id
 * @param amount what it costs
 * @param currency in which currency
 * @param origin where it comes from
 */
record TestOrder(String id, BigDecimal amount, String currency, Origin origin) {
    /** Where an order comes from. */
    enum Origin {
        /** It is an open order of the shop, made for this. */
        GIVEN,
        /** No shop knows it. */
        INVENTED
    }

    static TestOrder invented(String run) {
        return new TestOrder("DOCTOR-" + run, new BigDecimal("49.00"), "USD", Origin.INVENTED);
    }

    boolean isGiven() {
        return origin == Origin.GIVEN;
    }
}
