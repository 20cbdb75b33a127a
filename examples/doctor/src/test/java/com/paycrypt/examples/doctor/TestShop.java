package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;

/** A shop with one open order, which lists what it handled. Right unless a method is overridden. */
class TestShop {
    static final String ORDER = "ORD-1";

    private static final BigDecimal TOTAL = new BigDecimal("49.00");

    private final ArrayNode handled = new ObjectMapper().createArrayNode();
    private boolean paid;

    /** The order as the examination names it. */
    static TestOrder order() {
        return new TestOrder(ORDER, TOTAL, "USD", TestOrder.Origin.GIVEN);
    }

    final synchronized void handle(Payment payment) {
        handled.addObject()
                .put("type", payment.type())
                .put("orderId", payment.orderId())
                .put("sessionId", payment.sessionId())
                .put("verdict", judge(payment));
    }

    final synchronized String events() {
        return handled.toString();
    }

    private String judge(Payment payment) {
        if (!pays(payment)) {
            if (payment.isFailed() && reopens()) {
                paid = false;
            }
            return payment.isFailed() ? "FAILED" : "NOTED";
        }
        if (!payment.orderId().equals(ORDER)) {
            return "UNKNOWN_ORDER";
        }
        return matches(payment) ? settle() : "MISMATCH";
    }

    private String settle() {
        boolean changes = !paid || paysAgain();
        paid = true;
        return changes ? "PAID" : "ALREADY_PAID";
    }

    /** Whether the event tells of a payment. */
    boolean pays(Payment payment) {
        return payment.isPaid();
    }

    /** Whether the amount and the currency are the order's. */
    final boolean matches(Payment payment) {
        return amountMatches(payment) && currencyMatches(payment);
    }

    boolean amountMatches(Payment payment) {
        return payment.amount().compareTo(TOTAL) == 0;
    }

    boolean currencyMatches(Payment payment) {
        return payment.currency().equals("USD");
    }

    /** Whether a paid order is paid again. */
    boolean paysAgain() {
        return false;
    }

    /** Whether a failure opens a paid order. */
    boolean reopens() {
        return false;
    }
}
