package com.paycrypt.sdk.servlet.webapp;

import com.paycrypt.sdk.webhook.Payment;

/** Stands for the shop's orders. */
final class Orders {
    private Orders() {}

    static void update(Payment payment) {
        if (payment.orderId().isEmpty()) {
            throw new IllegalArgumentException("a payment of no order");
        }
    }
}
