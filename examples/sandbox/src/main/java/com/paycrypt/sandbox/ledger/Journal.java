package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Fact;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.RejectedRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What happened, in the order it happened. It is only ever added to; beyond its bytes the oldest facts are forgotten.
 * Thread-safe: it is written under the lock of whatever changes.
 */
public final class Journal {
    private static final long PER_FACT = 300;

    private final Guard guard;
    private final Clock clock;
    private final long maxBytes;
    private final Deque<Fact> facts = new ArrayDeque<>();
    private long bytes;
    private long count;
    private long rejections;

    Journal(Guard guard, Clock clock, long maxBytes) {
        this.guard = guard;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds a fact about no session.
     *
     * @param kind what kind of thing happened
     * @param text what happened, in one line
     */
    public void add(Kind kind, String text) {
        append(kind, Optional.empty(), Optional.empty(), text, Optional.empty());
    }

    /**
     * Adds a fact about a session.
     *
     * @param kind what kind of thing happened
     * @param sessionId the session
     * @param text what happened, in one line
     */
    public void add(Kind kind, String sessionId, String text) {
        append(kind, Optional.of(sessionId), Optional.empty(), text, Optional.empty());
    }

    /**
     * Adds a rejected request.
     *
     * @param made makes it, given its id
     * @return the request
     */
    public RejectedRequest reject(Function<String, RejectedRequest> made) {
        return guard.hold(() -> {
            rejections++;
            RejectedRequest rejected = made.apply("r" + rejections);
            append(
                    Kind.REJECTED,
                    Optional.empty(),
                    Optional.empty(),
                    rejected.line() + ": " + rejected.reason(),
                    Optional.of(rejected));
            return rejected;
        });
    }

    void addDelivery(Kind kind, String sessionId, String deliveryId, String text) {
        append(kind, Optional.of(sessionId), Optional.of(deliveryId), text, Optional.empty());
    }

    /**
     * Returns the number of the last fact.
     *
     * @return its number, 0 if there is none
     */
    public long last() {
        return guard.read(() -> count);
    }

    /**
     * Returns all facts that are kept.
     *
     * @return the facts, oldest first
     */
    public List<Fact> all() {
        return guard.read(() -> List.copyOf(facts));
    }

    /**
     * Returns the first facts after one.
     *
     * @param number the number of the last fact known
     * @param limit how many at most
     * @return the facts, oldest first
     */
    public List<Fact> after(long number, int limit) {
        return guard.read(() -> facts.stream()
                .filter(fact -> fact.number() > number)
                .limit(limit)
                .toList());
    }

    /**
     * Returns the newest facts that match.
     *
     * @param wanted which facts
     * @param limit how many at most
     * @return the facts, newest first
     */
    public List<Fact> newest(Predicate<Fact> wanted, int limit) {
        return guard.read(() -> {
            List<Fact> found = new ArrayList<>();
            Iterator<Fact> newestFirst = facts.descendingIterator();
            while (newestFirst.hasNext() && found.size() < limit) {
                Optional.of(newestFirst.next()).filter(wanted).ifPresent(found::add);
            }
            return found;
        });
    }

    /**
     * Waits for a fact that matches; one that is already there counts.
     *
     * @param wanted which fact
     * @param limit how long to wait at most
     * @return the first such fact, or empty if none came within the limit
     * @throws InterruptedException if the caller is interrupted
     */
    public Optional<Fact> await(Predicate<Fact> wanted, Duration limit) throws InterruptedException {
        guard.await(limit, () -> first(wanted).isPresent());
        return first(wanted);
    }

    private Optional<Fact> first(Predicate<Fact> wanted) {
        return guard.read(() -> facts.stream().filter(wanted).findFirst());
    }

    private void append(
            Kind kind,
            Optional<String> sessionId,
            Optional<String> deliveryId,
            String text,
            Optional<RejectedRequest> rejected) {
        guard.hold(() -> {
            count++;
            Fact fact = new Fact(count, clock.instant(), kind, sessionId, deliveryId, text, rejected);
            facts.addLast(fact);
            bytes += weight(fact);
            while (bytes > maxBytes && facts.size() > 1) {
                bytes -= weight(facts.removeFirst());
            }
            return fact;
        });
    }

    private static long weight(Fact fact) {
        return PER_FACT
                + Budget.of(fact.text())
                + fact.rejected().map(Journal::weight).orElse(0L);
    }

    private static long weight(RejectedRequest rejected) {
        return PER_FACT
                + Budget.of(rejected.body())
                + Budget.of(rejected.headers().toString())
                + Budget.of(rejected.findings().toString());
    }
}
