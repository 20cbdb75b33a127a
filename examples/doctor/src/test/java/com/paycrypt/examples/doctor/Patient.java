package com.paycrypt.examples.doctor;

import com.paycrypt.examples.doctor.Finding.Verdict;
import com.paycrypt.examples.doctor.Subject.Answering;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A receiver under examination, and how it is examined. */
final class Patient {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Function<TestShop, Receiver> receiver;
    private final TestShop shop;
    private final Duration limit;
    private final Answering answering;

    private Patient(TestShop shop, Function<TestShop, Receiver> receiver, Duration limit, Answering answering) {
        this.shop = shop;
        this.receiver = receiver;
        this.limit = limit;
        this.answering = answering;
    }

    static Patient of(Function<TestShop, Receiver> receiver) {
        return new Patient(new TestShop(), receiver, LONG, Answering.AFTER_HANDLING);
    }

    /** Who never answers is given up soon; everybody else has as long as the machine needs. */
    static Patient of(Fault fault) {
        Duration limit = fault == Fault.ANSWERS_LATE ? Duration.ofMillis(100) : LONG;
        return new Patient(fault.shop.get(), fault.receiver, limit, Answering.AFTER_HANDLING);
    }

    Patient thatAnswersFirst() {
        return new Patient(shop, receiver, limit, Answering.AFTER_STORING);
    }

    List<Finding> examine() {
        return examine(true);
    }

    /** By its statuses alone. */
    List<Finding> examineFromOutside() {
        return examine(false);
    }

    private List<Finding> examine(boolean showsEvents) {
        Receiver examined = receiver.apply(shop);
        try (ReceiverServer server = new ReceiverServer(examined, shop);
                Sender sender = new Sender(server.webhook(), limit)) {
            Optional<EventLog> log = showsEvents ? Optional.of(new EventLog(server.events(), LONG)) : Optional.empty();
            return new Examination(subject(sender, log, answering, time -> examined.timePasses())).run(everything());
        }
    }

    /** Examines a receiver that runs elsewhere on this machine. */
    static List<Finding> examine(URI webhook, URI events) {
        try (Sender sender = new Sender(webhook, LONG)) {
            Optional<EventLog> log = Optional.of(new EventLog(events, LONG));
            return new Examination(subject(sender, log, Answering.AFTER_HANDLING, time -> {})).run(everything());
        }
    }

    private static Subject subject(Sender sender, Optional<EventLog> log, Answering answering, Delayer delayer) {
        return new Subject(
                UUID.randomUUID().toString().substring(0, 8),
                sender,
                new Signatures(HandWritten.KEY, HandWritten.SECRET, Clock.systemUTC()),
                log,
                TestShop.order(),
                answering,
                Duration.ofSeconds(1),
                delayer);
    }

    static Set<Integer> everything() {
        return new TreeSet<>(
                IntStream.rangeClosed(1, Examination.SCENARIOS.size()).boxed().toList());
    }

    /** The names of the scenarios that found something. */
    static List<String> failed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .map(finding -> finding.scenario().name())
                .toList();
    }
}
