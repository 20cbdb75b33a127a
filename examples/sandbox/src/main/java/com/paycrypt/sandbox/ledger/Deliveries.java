package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Attempt;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Delivery.Status;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Session;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** Every delivery of a sandbox and the queue of their attempts. Thread-safe. */
public final class Deliveries {
    private static final int MAX_DELIVERIES_OF_ONE = 1_000;

    private final Guard guard;
    private final Clock clock;
    private final Journal journal;
    private final Budget budget;
    private final RetrySchedule retries;
    private final DeliveryQueue queue = new DeliveryQueue();
    private final NavigableMap<Long, Delivery> byNumber = new TreeMap<>();
    private final Map<String, List<Long>> ofSession = new HashMap<>();
    private long count;

    Deliveries(Guard guard, Clock clock, Journal journal, Budget budget, RetrySchedule retries) {
        this.guard = guard;
        this.clock = clock;
        this.journal = journal;
        this.budget = budget;
        this.retries = retries;
    }

    /**
     * Adds an event that is to be sent now.
     *
     * @param session the session it is about
     * @param type the event's type
     * @param url the receiver
     * @param body the event
     * @return the delivery
     */
    public Delivery add(Session session, String type, URI url, String body) {
        return guard.hold(() -> {
            count++;
            Instant now = clock.instant();
            String orderId = session.order().orderId();
            Delivery delivery = new Delivery(
                    "d" + count,
                    session.id(),
                    orderId,
                    type,
                    url,
                    body,
                    Status.PENDING,
                    Optional.empty(),
                    List.of(),
                    Optional.of(now));
            put(delivery);
            List<Long> numbers = ofSession.computeIfAbsent(session.id(), id -> new ArrayList<>());
            numbers.add(count);
            if (numbers.size() > MAX_DELIVERIES_OF_ONE) {
                remove(numbers.remove(0));
            }
            journal.addDelivery(Kind.EVENT, session.id(), delivery.id(), delivery.id() + " " + type + " to " + url);
            queue.add(new DeliveryQueue.Entry(delivery.id(), session.id(), now));
            return delivery;
        });
    }

    /**
     * Makes a delivery due now, once more. An attempt under way goes on; a scheduled retry is replaced.
     *
     * @param id the delivery's id
     * @throws NoSuchElementException if there is no such delivery
     */
    public void redeliver(String id) {
        guard.hold(() -> {
            Delivery known = find(id).orElseThrow(() -> new NoSuchElementException("no delivery " + id));
            Instant now = clock.instant();
            if (known.nextAttempt().filter(due -> due.isAfter(now)).isPresent()) {
                queue.removeDelivery(id);
            }
            put(with(known, Status.PENDING, Optional.empty(), known.attempts(), Optional.of(now)));
            queue.add(new DeliveryQueue.Entry(id, known.sessionId(), now));
            return true;
        });
    }

    /**
     * Returns a delivery as it is now.
     *
     * @param id its id
     * @return the delivery, or empty if there is none
     */
    public Optional<Delivery> find(String id) {
        return id.matches("d[0-9]{1,18}")
                ? guard.read(() -> Optional.ofNullable(byNumber.get(Long.valueOf(id.substring(1)))))
                : Optional.empty();
    }

    /**
     * Returns all deliveries as they are now.
     *
     * @return the deliveries, oldest first
     */
    public List<Delivery> all() {
        return guard.read(() -> List.copyOf(byNumber.values()));
    }

    /**
     * Returns the newest deliveries as they are now.
     *
     * @param before only deliveries with a smaller number
     * @param limit how many at most
     * @return the deliveries, newest first
     */
    public List<Delivery> newest(long before, int limit) {
        return guard.read(() -> byNumber.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList());
    }

    /**
     * Returns the deliveries of one session as they are now.
     *
     * @param sessionId the session
     * @return its deliveries, oldest first
     */
    public List<Delivery> of(String sessionId) {
        return guard.read(() -> ofSession.getOrDefault(sessionId, List.of()).stream()
                .flatMap(number -> Optional.ofNullable(byNumber.get(number)).stream())
                .toList());
    }

    /**
     * Waits until every attempt that is due has been made. An attempt scheduled for later is not waited for.
     *
     * @param limit how long to wait at most
     * @return whether it came to that within the limit
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean await(Duration limit) throws InterruptedException {
        return guard.await(limit, () -> queue.isIdle(clock.instant()));
    }

    /**
     * Takes the next attempt that is due; the session's other events wait until it is done.
     *
     * @return the attempt to make, or empty if none is due
     */
    public Optional<Due> take() {
        return guard.read(() -> queue.take(clock.instant()).map(entry -> new Due(this, entry)));
    }

    /**
     * Returns how long until the next attempt becomes due by time alone.
     *
     * @return the time, or empty if none does
     */
    public Optional<Duration> untilNext() {
        return guard.read(() -> queue.untilNext(clock.instant()));
    }

    void done(DeliveryQueue.Entry entry) {
        guard.hold(() -> {
            queue.done(entry);
            return true;
        });
    }

    void attempted(String id, Attempt attempt, Dialect dialect) {
        guard.hold(() -> {
            find(id).ifPresent(known -> attempted(known, attempt, dialect));
            return true;
        });
    }

    void notSent(String id, String why) {
        guard.hold(() -> {
            find(id).ifPresent(known -> {
                put(with(known, Status.NOT_SENT, Optional.of(why), known.attempts(), Optional.empty()));
                journal.addDelivery(Kind.ATTEMPT, known.sessionId(), id, id + " not sent: " + why);
            });
            return true;
        });
    }

    void forget(String sessionId) {
        Optional.ofNullable(ofSession.remove(sessionId)).ifPresent(numbers -> numbers.forEach(this::remove));
    }

    /** While another attempt was asked for meanwhile, the delivery stays pending and no retry is scheduled. */
    private void attempted(Delivery known, Attempt attempt, Dialect dialect) {
        List<Attempt> attempts = new ArrayList<>(known.attempts());
        attempts.add(attempt);
        boolean again = queue.has(known.id());
        Optional<Instant> retry = attempt.succeeded() || again
                ? Optional.empty()
                : retries.next(attempts.size(), dialect, clock.instant());
        Status reached = attempt.succeeded() ? Status.DELIVERED : retry.isPresent() ? Status.RETRYING : Status.FAILED;
        put(with(known, again ? Status.PENDING : reached, known.note(), attempts, again ? known.nextAttempt() : retry));
        retry.ifPresent(due -> queue.add(new DeliveryQueue.Entry(known.id(), known.sessionId(), due)));
        String text = known.id() + " " + known.type() + ": " + attempt.outcome() + " after "
                + attempt.took().toMillis() + " ms";
        journal.addDelivery(Kind.ATTEMPT, known.sessionId(), known.id(), text);
    }

    private static Delivery with(
            Delivery known, Status status, Optional<String> note, List<Attempt> attempts, Optional<Instant> next) {
        return new Delivery(
                known.id(),
                known.sessionId(),
                known.orderId(),
                known.type(),
                known.url(),
                known.body(),
                status,
                note,
                attempts,
                next);
    }

    private void put(Delivery delivery) {
        Delivery replaced = byNumber.put(Long.valueOf(delivery.id().substring(1)), delivery);
        budget.add(Budget.of(delivery) - (replaced == null ? 0 : Budget.of(replaced)));
    }

    private void remove(long number) {
        Optional.ofNullable(byNumber.remove(number)).ifPresent(gone -> {
            budget.add(-Budget.of(gone));
            queue.removeDelivery(gone.id());
        });
    }
}
