package com.paycrypt.sandbox.console;

import com.paycrypt.sandbox.console.ConsolePage.DeliveryRow;
import com.paycrypt.sandbox.console.ConsolePage.FactRow;
import com.paycrypt.sandbox.console.ConsolePage.Option;
import com.paycrypt.sandbox.console.ConsolePage.RejectedRow;
import com.paycrypt.sandbox.console.ConsolePage.Scenario;
import com.paycrypt.sandbox.console.ConsolePage.Selected;
import com.paycrypt.sandbox.console.ConsolePage.SessionRow;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.RejectedRequest;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.model.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Derives the console from the ledger. */
final class ConsoleView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SESSIONS = 25;
    private static final int DELIVERIES = 15;
    private static final int FACTS = 200;
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("pay", "Pay"),
            new Scenario("detect", "Seen, not confirmed"),
            new Scenario("confirm", "Confirm"),
            new Scenario("underpay", "Pay half"),
            new Scenario("overpay", "Pay too much"),
            new Scenario("twice", "Pay twice"),
            new Scenario("late", "Pay too late"),
            new Scenario("stray", "Send another coin"),
            new Scenario("fail", "Fail"),
            new Scenario("cancel", "Cancel"),
            new Scenario("expire", "Expire now"));

    private final ConsoleSetup setup;
    private final Ledger ledger;

    ConsoleView(ConsoleSetup setup) {
        this.setup = setup;
        this.ledger = setup.ledger();
    }

    ConsolePage page(Optional<String> wanted, long sessionsBefore, long deliveriesBefore) {
        List<Session> sessions = ledger.sessions().newest(sessionsBefore, SESSIONS);
        List<Delivery> deliveries = ledger.deliveries().newest(deliveriesBefore, DELIVERIES);
        Optional<Session> selected = wanted.flatMap(ledger.sessions()::find)
                .or(() -> sessions.stream().findFirst());
        return new ConsolePage(
                Long.toString(ledger.journal().last()),
                setup.baseUrl().get(),
                setup.keys().get(0).key(),
                TIME.format(setup.clock().instant()),
                count(ledger.sessions().forgotten()),
                sessions.stream().map(session -> row(session, selected)).toList(),
                older(sessions.stream().map(Session::number).toList(), SESSIONS),
                selected.map(this::selected),
                deliveries.stream().map(ConsoleView::row).toList(),
                older(deliveries.stream().map(ConsoleView::number).toList(), DELIVERIES),
                rejected(),
                Arrays.stream(Dialect.values()).map(this::option).toList(),
                Arrays.stream(Fault.values()).map(Fault::label).toList(),
                ledger.rules().all().stream().map(Rule::text).toList());
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    static long number(Delivery delivery) {
        return Long.parseLong(delivery.id().substring(1));
    }

    private static String count(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    private static String older(List<Long> numbers, int limit) {
        return numbers.size() < limit || Collections.min(numbers) <= 1 ? "" : Long.toString(Collections.min(numbers));
    }

    private static SessionRow row(Session session, Optional<Session> selected) {
        return new SessionRow(
                session.id(),
                time(session.createdAt()),
                session.order().orderId(),
                session.order().price(),
                session.state().label(),
                selected.filter(other -> other.id().equals(session.id())).isPresent());
    }

    private Selected selected(Session session) {
        List<Fact> facts = ledger.journal()
                .newest(fact -> fact.sessionId().filter(session.id()::equals).isPresent(), FACTS);
        return new Selected(
                session.id(),
                session.order().orderId(),
                session.order().price(),
                session.state().label(),
                facts.stream().map(ConsoleView::row).toList(),
                SCENARIOS);
    }

    private static FactRow row(Fact fact) {
        return new FactRow(
                fact.time(), fact.kind().label(), fact.text(), fact.deliveryId().orElse(""));
    }

    private static DeliveryRow row(Delivery delivery) {
        Optional<Attempt> last = delivery.attempts().stream().reduce((earlier, later) -> later);
        return new DeliveryRow(
                delivery.id(),
                delivery.type(),
                delivery.orderId(),
                delivery.url().toString(),
                delivery.status().label(),
                last.map(Attempt::outcome).orElse(delivery.note().orElse("")),
                last.map(attempt -> attempt.took().toMillis() + " ms").orElse(""));
    }

    private List<RejectedRow> rejected() {
        return ledger.journal().newest(fact -> fact.kind() == Kind.REJECTED, DELIVERIES).stream()
                .flatMap(fact -> fact.rejected().stream())
                .map(ConsoleView::row)
                .toList();
    }

    private static RejectedRow row(RejectedRequest rejected) {
        return new RejectedRow(
                rejected.id(),
                time(rejected.at()),
                rejected.line(),
                rejected.reason(),
                rejected.findings().stream().findFirst().orElse(rejected.id()));
    }

    private Option option(Dialect dialect) {
        return new Option(dialect.label(), dialect == setup.dialect().get());
    }
}
