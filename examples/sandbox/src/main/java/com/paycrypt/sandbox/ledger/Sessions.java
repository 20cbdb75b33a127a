package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Order;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.State;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every session of a sandbox, in memory. Thread-safe; each move is atomic, so that of two payments at once one is
 * rejected. Beyond the bytes that are there for them the oldest are forgotten, with their deliveries.
 */
public final class Sessions {
    private static final int MAX_SESSIONS = 50_000;

    private final Guard guard;
    private final Clock clock;
    private final SessionIds ids;
    private final Journal journal;
    private final Budget budget;
    private final Deliveries deliveries;
    private final Narration narration;
    private final NavigableMap<Long, Session> byNumber = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Long> firstOfOrder = new HashMap<>();
    private long forgotten;

    Sessions(Guard guard, Clock clock, SessionIds ids, Journal journal, Budget budget, Deliveries deliveries) {
        this.guard = guard;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
        this.budget = budget;
        this.deliveries = deliveries;
        this.narration = new Narration(journal);
    }

    /**
     * Opens a session.
     *
     * @param order what is to be paid
     * @return the session
     */
    public Session open(Order order) {
        return guard.hold(() -> {
            Session session = Successor.first(ids.next(), ids.count(), order, clock.instant());
            numbers.put(session.id(), session.number());
            firstOfOrder.putIfAbsent(order.orderId(), session.number());
            put(session);
            journal.add(Kind.REQUEST, session.id(), "created for order " + order.orderId() + ", " + order.price());
            forgetOldest();
            return session;
        });
    }

    /**
     * Returns the first session of an order while it can still become paid, as newer servers look for it: once it is
     * over or paid, a later session of the same order is never found.
     *
     * @param orderId the order
     * @return its first session, or empty if there is none or it is settled
     */
    public Optional<Session> firstIfOpen(String orderId) {
        return guard.hold(() -> Optional.ofNullable(firstOfOrder.get(orderId))
                .flatMap(this::at)
                .filter(session -> session.state().isPayable() || session.state() == State.PENDING));
    }

    /**
     * Returns a session as of now.
     *
     * @param id its id
     * @return the session, or empty if there is none
     */
    public Optional<Session> find(String id) {
        return guard.hold(() -> Optional.ofNullable(numbers.get(id)).flatMap(this::at));
    }

    /**
     * Returns the newest sessions as of now.
     *
     * @param before only sessions with a smaller number
     * @param limit how many at most
     * @return the sessions, newest first
     */
    public List<Session> newest(long before, int limit) {
        return guard.hold(() -> List.copyOf(
                        byNumber.headMap(before, false).descendingMap().keySet())
                .stream()
                .limit(limit)
                .flatMap(number -> at(number).stream())
                .toList());
    }

    /**
     * Returns how many sessions were forgotten.
     *
     * @return the number
     */
    public long forgotten() {
        return guard.read(() -> forgotten);
    }

    /** Writes the sessions that time has ended since into the journal. */
    public void noticeExpired() {
        guard.hold(() -> {
            List.copyOf(byNumber.keySet()).forEach(this::at);
            return true;
        });
    }

    /**
     * Makes a move. Called while the guard is held, so that what follows from it comes in the same order.
     *
     * @param id the session's id
     * @param move the move
     * @param dialect the dialect of the moment
     * @return the change, or empty if the session's state does not allow the move
     * @throws NoSuchElementException if there is no such session
     */
    public Optional<Change> move(String id, Move move, Dialect dialect) {
        return guard.hold(() -> {
            Session before = find(id).orElseThrow(() -> new NoSuchElementException("no session " + id));
            Optional<Session> after = move.step().from(before, dialect);
            after.ifPresent(moved -> {
                put(moved);
                narration.tell(before, moved);
            });
            return after.map(moved -> new Change(move.label(), before, moved));
        });
    }

    private Optional<Session> at(long number) {
        return Optional.ofNullable(byNumber.get(number)).map(kept -> {
            Session now = Successor.of(kept).asOf(clock.instant());
            if (now.state() != kept.state()) {
                put(now);
                narration.tell(kept, now);
            }
            return now;
        });
    }

    private void put(Session session) {
        Session replaced = byNumber.put(session.number(), session);
        budget.add(Budget.of(session) - (replaced == null ? 0 : Budget.of(replaced)));
    }

    private void forgetOldest() {
        boolean any = false;
        while (byNumber.size() > 1 && (budget.isExceeded() || byNumber.size() > MAX_SESSIONS)) {
            Session oldest = byNumber.pollFirstEntry().getValue();
            numbers.remove(oldest.id());
            firstOfOrder.remove(oldest.order().orderId(), oldest.number());
            budget.add(-Budget.of(oldest));
            deliveries.forget(oldest.id());
            forgotten++;
            any = true;
        }
        if (any && Long.bitCount(forgotten) == 1) {
            journal.add(Kind.FORGOTTEN, forgotten + " of the oldest sessions are forgotten: their memory is used up");
        }
    }
}
