package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Exchange.End;
import com.paycrypt.examples.doctor.Scenario.Needs;
import com.paycrypt.examples.doctor.Subject.Answering;
import java.util.List;
import java.util.Locale;

/** What PayCrypt sends in daily life: all of it must be taken. */
final class Genuine {
    private Genuine() {}

    static List<Scenario> all() {
        return List.of(GENUINE, REDIRECT, CSRF, IN_TIME, COMMITTED, OLDER, UNKNOWN_TYPE);
    }

    private static final Scenario GENUINE = Scenario.of(
            "genuine",
            "a confirmed payment in full, as newer servers send it",
            "Verify with the key and secret of this account, handle the event, and answer 200.",
            probe -> {
                probe.handled("a genuine delivery", probe.genuine(), probe.session());
                if (probe.problems().isEmpty() && probe.showsPayments() && probe.payments() == 0) {
                    probe.problem("the right amount for an open order did not pay it (no event has the verdict PAID)");
                }
            });

    private static final Scenario REDIRECT = Scenario.of(
            "redirect",
            "a genuine delivery, to see whether it is sent elsewhere",
            "Give PayCrypt the final URL: https, the right host, the slash at the end or not. A redirect loses the body.",
            probe -> {
                Exchange exchange = probe.send(probe.genuine());
                if (exchange.isRedirect()) {
                    probe.problem("a genuine delivery " + exchange.told() + ", a redirect to "
                            + exchange.location().orElse("nowhere")
                            + ": PayCrypt follows it with a GET without the body, and the payment is lost");
                }
            });

    private static final Scenario CSRF = Scenario.of(
            "csrf",
            "a genuine delivery without cookie, token or login, to see whether something blocks it",
            "Exempt the webhook's path from CSRF checks and logins: csrf_exempt, ignoringRequestMatchers, permitAll.",
            probe -> {
                Exchange exchange = probe.send(probe.genuine());
                boolean login = exchange.status() == 401
                        && exchange.headers().toLowerCase(Locale.ROOT).contains("www-authenticate:");
                if (exchange.status() == 403 || login) {
                    probe.problem("a genuine delivery " + exchange.told()
                            + " before the webhook's code saw it: a CSRF check, a login or a firewall blocks it");
                }
            });

    private static final Scenario IN_TIME = Scenario.of(
            "in-time",
            "a genuine delivery, to see whether it is answered in the 5 s that PayCrypt waits",
            "Do what takes long after the response: store the delivery (WebhookInbox), answer, and handle it then.",
            probe -> {
                Exchange exchange = probe.send(probe.genuine());
                if (exchange.end() == End.TIMED_OUT) {
                    probe.problem(
                            "a genuine delivery " + exchange.told() + ": PayCrypt gives up and does not try again");
                }
            });

    private static final Scenario COMMITTED = Scenario.of(
                    "committed",
                    "a genuine delivery, to see whether its effect is there when the 200 is",
                    "Answer 200 after the commit; or store the delivery first (WebhookInbox) and say --answers-first.",
                    Genuine::committed)
            .needing(Needs.EVENTS);

    private static void committed(Probe probe) {
        if (!probe.accepted("a genuine delivery", probe.genuine()).isSuccess()) {
            return;
        }
        boolean atOnce = Probe.count(probe.events(), probe.session()) > 0;
        probe.handledOnce("a genuine delivery", probe.session());
        if (!atOnce && probe.problems().isEmpty() && probe.answering() == Answering.AFTER_HANDLING) {
            probe.problem("the 200 came before the event was handled: what dies in between is lost");
        }
    }

    private static final Scenario OLDER = Scenario.of(
            "older-server",
            "payment.succeeded as older servers send it: flat data, the session a number",
            "Read both shapes (event.payment() does), and answer 200 only to what was handled.",
            probe -> {
                PaymentEvent event = probe.event().withType(PaymentEvent.SUCCEEDED);
                probe.handled(
                        "an older server's event",
                        probe.signatures().sign(event.flatBody(probe.sessionNumber())),
                        Long.toString(probe.sessionNumber()));
            });

    private static final Scenario UNKNOWN_TYPE = Scenario.of(
            "unknown-type",
            "a genuine event of an unknown type",
            "Answer 200 to types that you do not handle, and do nothing.",
            probe -> {
                PaymentEvent event = probe.event().withType("payment.doctor_was_here");
                long before = probe.payments();
                probe.accepted("an unknown type", probe.signatures().sign(event.body()));
                if (probe.payments() > before) {
                    probe.problem("an event of an unknown type paid the order");
                }
            });
}
