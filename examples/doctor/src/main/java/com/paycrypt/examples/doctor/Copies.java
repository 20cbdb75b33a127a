package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Scenario.Needs;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** One delivery several times, one event several times, and events in the wrong order. */
final class Copies {
    private static final int AT_ONCE = 8;

    private Copies() {}

    static List<Scenario> all() {
        return List.of(DUPLICATE, CONCURRENT, SAME_ID, SIGNED_ANEW, OUT_OF_ORDER);
    }

    private static final Scenario DUPLICATE = Scenario.of(
            "duplicate",
            "one delivery, and its exact copy after it was answered",
            "Remember what was signed (timestamp and signature) for as long as the window is open; answer a copy 200 and"
                    + " do nothing.",
            probe -> {
                Delivery delivery = probe.genuine();
                if (probe.accepted("the first of two copies", delivery).isSuccess()) {
                    probe.handledOnce("the first of two copies", probe.session());
                    probe.accepted("the second of two copies", delivery);
                    probe.handledAtMost(1, probe.session());
                }
            });

    private static final Scenario CONCURRENT = Scenario.of(
            "concurrent-duplicates",
            AT_ONCE + " copies of one delivery at the same time",
            "Claim a delivery in one atomic step (an INSERT on a unique key), before it is handled; answer the others 200"
                    + " or 409.",
            probe -> {
                List<Exchange> exchanges = probe.sendAtOnce(Collections.nCopies(AT_ONCE, probe.genuine()));
                exchanges.stream()
                        .filter(exchange -> !exchange.isSuccess() && exchange.status() != 409)
                        .findFirst()
                        .ifPresent(odd -> probe.problem("a copy " + odd.told() + ", not 200 or 409"));
                if (exchanges.stream().noneMatch(Exchange::isSuccess)) {
                    probe.problem("none of " + AT_ONCE + " copies was answered with a success");
                } else {
                    probe.handledOnce("one of " + AT_ONCE + " copies", probe.session());
                }
            });

    private static final Scenario SAME_ID = Scenario.of(
            "same-id",
            "payment.pending, then payment.confirmed of one session, with one event id, as PayCrypt numbers them",
            "Do not de-duplicate by the event's id: it belongs to the session, and the confirmation would be lost.",
            probe -> {
                PaymentEvent confirmed = probe.event();
                PaymentEvent pending = confirmed.withType(PaymentEvent.PENDING);
                probe.accepted("payment.pending", probe.signatures().sign(pending.body(), Duration.ofSeconds(-1)));
                probe.accepted("payment.confirmed", probe.signatures().sign(confirmed.body()));
                if (probe.showsEvents() && !probe.becomes(events -> confirmed(events, probe.session()))) {
                    probe.problem("payment.confirmed was not handled after payment.pending with the same id");
                }
            });

    private static boolean confirmed(List<HandledEvent> events, String session) {
        return events.stream()
                .anyMatch(event ->
                        event.sessionId().equals(session) && event.type().equals(PaymentEvent.CONFIRMED));
    }

    private static final Scenario SIGNED_ANEW = Scenario.of(
                    "signed-anew",
                    "one confirmation twice, each signed for itself, as an older server does on every click",
                    "Pay an order by a conditional update (... where state = 'open'), and ship only where it changed a row.",
                    probe -> {
                        long before = probe.payments();
                        probe.accepted("a confirmation", probe.genuine(Duration.ofSeconds(-2)));
                        probe.accepted("the same event, signed anew,", probe.genuine(Duration.ofSeconds(-1)));
                        paidOnce(probe, before, 2);
                    })
            .needing(Needs.ORDER);

    private static final Scenario OUT_OF_ORDER = Scenario.of(
                    "out-of-order",
                    "a confirmation, then the payment.pending and payment.failed that belong before it, then it again",
                    "Let an order that is paid stay paid: only an open order may change its state.",
                    probe -> {
                        long before = probe.payments();
                        PaymentEvent event = probe.event();
                        probe.accepted("payment.confirmed", probe.genuine(Duration.ofSeconds(-4)));
                        send(probe, event.withType(PaymentEvent.PENDING), -3);
                        send(probe, event.withType(PaymentEvent.FAILED), -2);
                        probe.accepted("payment.confirmed again", probe.genuine(Duration.ofSeconds(-1)));
                        paidOnce(probe, before, 4);
                    })
            .needing(Needs.ORDER);

    private static void send(Probe probe, PaymentEvent event, int seconds) {
        probe.accepted("a late " + event.type(), probe.signatures().sign(event.body(), Duration.ofSeconds(seconds)));
    }

    private static void paidOnce(Probe probe, long before, int deliveries) {
        probe.becomes(events -> Probe.count(events, probe.session()) >= deliveries);
        long allowed = before == 0 ? 1 : 0;
        if (probe.payments() > before + allowed) {
            probe.problem("the order was paid again (the verdict PAID on a second event): it would be shipped twice");
        }
    }
}
