package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Scenario.Needs;
import java.math.BigDecimal;
import java.util.List;

/** Events that must not pay the order, though they are genuine. These run while the order is open. */
final class Amounts {
    private Amounts() {}

    static List<Scenario> all() {
        return List.of(WRONG_AMOUNT, WRONG_CURRENCY, NOT_PAID);
    }

    private static final Scenario WRONG_AMOUNT = Scenario.of(
                    "wrong-amount",
                    "a confirmation of a hundredth of the order's amount",
                    "Compare the amount with the order's own: payment.matches(orderId, total).",
                    probe -> unpaid(
                            probe,
                            "a hundredth of the amount",
                            probe.event().withAmount(probe.order().amount().movePointLeft(2))))
            .needing(Needs.ORDER);

    private static final Scenario WRONG_CURRENCY = Scenario.of(
                    "wrong-currency",
                    "a confirmation of the right number in another currency",
                    "Compare the currency with the order's own: payment.matches(orderId, total).",
                    probe -> unpaid(
                            probe,
                            "another currency",
                            probe.event()
                                    .withAmount(whole(probe.order().amount()))
                                    .withCurrency(probe.order().currency().equals("JPY") ? "KRW" : "JPY")))
            .needing(Needs.ORDER);

    /** Currencies without decimals have none. */
    private static BigDecimal whole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? amount.setScale(0) : amount;
    }

    private static final Scenario NOT_PAID = Scenario.of(
                    "not-paid-yet",
                    "payment.pending, then payment.failed, with the order's amount",
                    "Ship when payment.state() is PAID, never because an event names the order.",
                    probe -> {
                        unpaid(probe, "payment.pending", probe.event().withType(PaymentEvent.PENDING));
                        unpaid(probe, "payment.failed", probe.event().withType(PaymentEvent.FAILED));
                    })
            .needing(Needs.ORDER);

    private static void unpaid(Probe probe, String what, PaymentEvent event) {
        long before = probe.payments();
        probe.send(probe.signatures().sign(event.body()));
        probe.becomes(events -> Probe.count(events, probe.session()) > 0);
        if (probe.payments() > before) {
            probe.problem(what + " paid the order");
        }
    }
}
