package com.paycrypt.sandbox.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every session of a sandbox, in memory. Thread-safe; each change is atomic, so that of two payments at once one is
 * refused. The oldest are forgotten beyond {@value #MOST} so that a load test cannot fill the memory.
 */
public final class Sessions {
    private static final int MOST = 50_000;

    private final Clock clock;
    private final SessionIds ids = new SessionIds();
    private final Map<String, Session> byId = new LinkedHashMap<>();
    private final Map<String, String> idByOrder = new LinkedHashMap<>();

    /**
     * An empty store.
     *
     * @param clock the sandbox's clock
     */
    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param order what is to be paid
     * @return the session
     */
    public synchronized Session open(Order order) {
        Session session = Session.open(ids.next(), ids.count(), order, clock.instant());
        byId.put(session.id(), session);
        idByOrder.put(order.orderId(), session.id());
        forgetOldest();
        return session;
    }

    /**
     * The newest session of an order that can still be paid.
     *
     * @param orderId the order
     * @return its session, or empty if none is open
     */
    public synchronized Optional<Session> openFor(String orderId) {
        return Optional.ofNullable(idByOrder.get(orderId))
                .flatMap(this::find)
                .filter(session -> session.state().isPayable());
    }

    /**
     * A session as it stands now.
     *
     * @param id its id
     * @return the session, or empty if there is none
     */
    public synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(session -> session.at(clock.instant()));
    }

    /**
     * Every session as it stands now.
     *
     * @return the sessions, newest first
     */
    public synchronized List<Session> all() {
        Instant now = clock.instant();
        List<Session> sessions = new ArrayList<>();
        byId.values().forEach(session -> sessions.add(session.at(now)));
        Collections.reverse(sessions);
        return List.copyOf(sessions);
    }

    /**
     * Lets an action happen.
     *
     * @param id the session's id
     * @param action what happens
     * @return the change, or empty if the action is not possible in the session's state
     * @throws NoSuchElementException if there is no such session
     */
    public synchronized Optional<Change> apply(String id, Action action) {
        Session before = existing(id);
        if (!action.isPossibleIn(before.state())) {
            return Optional.empty();
        }
        Session after = replace(before.in(action.result()));
        return Optional.of(new Change(action, before, after));
    }

    /**
     * Notes the coin and network the customer chose; ignored once something was paid.
     *
     * @param id the session's id
     * @param method the choice
     * @throws NoSuchElementException if there is no such session
     */
    public void choose(String id, Method method) {
        update(id, session -> session.state() == State.OPEN ? session.paidBy(method) : session);
    }

    /**
     * Moves a session's deadline.
     *
     * @param id the session's id
     * @param left how long it can still be paid from now on
     * @throws NoSuchElementException if there is no such session
     */
    public void expireIn(String id, Duration left) {
        update(id, session -> session.expiringAt(clock.instant().plus(left)));
    }

    private synchronized void update(String id, UnaryOperator<Session> change) {
        replace(change.apply(existing(id)));
    }

    private Session existing(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no session " + id));
    }

    private Session replace(Session session) {
        byId.put(session.id(), session);
        return session;
    }

    private void forgetOldest() {
        if (byId.size() > MOST) {
            Session oldest = byId.values().iterator().next();
            byId.remove(oldest.id());
            idByOrder.remove(oldest.order().orderId(), oldest.id());
        }
    }
}
