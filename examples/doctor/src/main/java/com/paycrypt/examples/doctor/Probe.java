package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Exchange.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a scenario works with: makes deliveries of a payment session of its own, sends them, looks at what the shop
 * handled, and collects what is wrong.
 */
final class Probe {
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Subject subject;
    private final String tag;
    private final List<Exchange> exchanges;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> limits = new HashMap<>();

    /**
     * Prepares a scenario.
     *
     * @param subject what is examined
     * @param name the scenario's name
     * @param exchanges all exchanges of the run, to be added to
     */
    Probe(Subject subject, String name, List<Exchange> exchanges) {
        this.subject = subject;
        this.tag = "doctor_" + subject.run() + "_" + name.replace('-', '_');
        this.exchanges = exchanges;
    }

    Signatures signatures() {
        return subject.signatures();
    }

    TestOrder order() {
        return subject.order();
    }

    String run() {
        return subject.run();
    }

    /** Whether the shop shows what it handled. */
    boolean showsEvents() {
        return subject.log().isPresent();
    }

    /** Whether the shop shows what it handled, and has the order. */
    boolean showsPayments() {
        return showsEvents() && order().isGiven();
    }

    /** When this shop answers. */
    Subject.Answering answering() {
        return subject.answering();
    }

    /** The confirmation of a payment in full, of this scenario's own session. */
    PaymentEvent event() {
        return new PaymentEvent(
                PaymentEvent.CONFIRMED,
                "evt_" + tag,
                signatures().now(),
                session(),
                order().id(),
                order().amount(),
                order().currency());
    }

    /** The id of this scenario's own session. */
    String session() {
        return "ps_" + tag;
    }

    /** The number of this scenario's own session, as older servers have it. */
    long sessionNumber() {
        return 1_000_000_000L + Math.floorMod(tag.hashCode(), 1_000_000_000);
    }

    /** A delivery as it should be, of this scenario's own session. */
    Delivery genuine() {
        return signatures().sign(event().body());
    }

    /** The same, signed so much later than now; earlier if negative. */
    Delivery genuine(Duration later) {
        return signatures().sign(event().body(), later);
    }

    Exchange send(Delivery delivery) {
        return sendAtOnce(List.of(delivery)).get(0);
    }

    List<Exchange> sendAtOnce(List<Delivery> deliveries) {
        List<Exchange> sent = subject.sender().sendAtOnce(deliveries);
        exchanges.addAll(sent);
        return sent;
    }

    /** Sends what must be rejected with one of these statuses, and must not be handled. */
    void rejected(String what, Delivery delivery, Integer... expected) {
        Exchange exchange = send(delivery);
        if (!List.of(expected).contains(exchange.status())) {
            problem(what + " " + exchange.told() + ", not " + statuses(expected));
        }
        handledAtMost(0, session());
    }

    private static String statuses(Integer... expected) {
        return String.join(
                " or ", List.of(expected).stream().map(String::valueOf).toList());
    }

    /** Sends what must be answered with a success. */
    Exchange accepted(String what, Delivery delivery) {
        Exchange exchange = send(delivery);
        if (!exchange.isSuccess()) {
            problem(what + " " + exchange.told() + Hints.of(exchange));
        }
        return exchange;
    }

    /** Sends what must be answered with a success and handled, once. */
    void handled(String what, Delivery delivery, String session) {
        if (accepted(what, delivery).isSuccess()) {
            handledOnce(what, session);
        }
    }

    /** The events of a session must be listed once, by now or soon. */
    void handledOnce(String what, String session) {
        if (subject.log().isPresent() && !becomes(events -> count(events, session) > 0)) {
            problem(what + " was answered with a success, and is not among the handled events: it is lost");
        }
        handledAtMost(1, session);
    }

    /** Now and at the end of the run, there must not be more events of a session. */
    void handledAtMost(int limit, String session) {
        limits.put(session, limit);
        recheck(session, limit, "");
    }

    /** At the end of the run, looks once more for what came late. */
    void recheck() {
        if (problems.isEmpty()) {
            limits.forEach((session, limit) -> recheck(session, limit, ", later"));
        }
    }

    private void recheck(String session, int limit, String when) {
        long handled = count(events(), session);
        if (handled > limit) {
            problem("the shop handled it " + times(handled) + when + ", not " + times(limit));
        }
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    /** What the shop handled; nothing if it does not show it. */
    List<HandledEvent> events() {
        return subject.log().map(EventLog::read).orElse(List.of());
    }

    /** How many of the events of this run paid the order. */
    long payments() {
        return events().stream()
                .filter(event -> event.pays() && event.orderId().equals(order().id()))
                .count();
    }

    static long count(List<HandledEvent> events, String session) {
        return events.stream()
                .filter(event -> event.sessionId().equals(session))
                .count();
    }

    /** Whether the list of events becomes so, within the patience. */
    boolean becomes(Predicate<List<HandledEvent>> state) {
        int glances = (int) Math.max(1, subject.patience().dividedBy(GLANCE));
        return state.test(events())
                || IntStream.range(0, glances).anyMatch(glance -> {
                    subject.delayer().pause(GLANCE);
                    return state.test(events());
                });
    }

    /** Everything that was exchanged in this run. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Notes what is wrong. */
    void problem(String what) {
        problems.add(what);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Why a delivery that should have been taken may not have been. */
    private static final class Hints {
        static String of(Exchange exchange) {
            if (exchange.end() == End.TIMED_OUT) {
                return ": PayCrypt waits 5 s and tries once";
            }
            if (exchange.isRedirect()) {
                return ", a redirect to " + exchange.location().orElse("nowhere");
            }
            return switch (exchange.status()) {
                case 401 -> ": is the shop's key and secret that of PAYCRYPT_KEY and PAYCRYPT_SECRET?";
                case 403 -> ": something before the webhook's code blocks it, such as a CSRF check";
                case 404 -> ": is this the webhook's path?";
                case 405 -> ": is this the webhook's path? It is called with POST";
                default -> ", not 200";
            };
        }
    }
}
