package com.paycrypt.examples.shop;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.SessionStatus;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks the server about the sessions of orders whose webhook never came, because PayCrypt delivers once. To be run every
 * minute or so, in any number of processes.
 *
 * <p>Retrieving a session is not in the API guide, and some servers respond with 404. Where it works, its response carries
 * no signature: a session that it calls completed puts the order into review instead of marking it paid, and one that it
 * calls failed is replaced at the next checkout. A webhook that comes after all still pays the order.
 */
public final class Reconciliation {
    private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final Duration AFTER = Duration.ofMinutes(2);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final int MAX_AT_ONCE = 50;

    private final Orders orders;
    private final PayCryptClient payCrypt;
    private final Clock clock;

    /**
     * Creates the job.
     *
     * @param orders the orders
     * @param payCrypt retrieves their sessions
     * @param clock decides which orders have waited long enough
     */
    public Reconciliation(Orders orders, PayCryptClient payCrypt, Clock clock) {
        this.orders = orders;
        this.payCrypt = payCrypt;
        this.clock = clock;
    }

    /** Asks about up to 50 sessions, none of them more often than every ten minutes. */
    public void run() {
        Instant now = clock.instant();
        for (Order order : orders.unsettled(now.minus(AFTER), now.minus(AGAIN_AFTER), MAX_AT_ONCE)) {
            orders.markAsked(order.id(), now);
            order.session().ifPresent(session -> ask(order, session));
        }
    }

    private void ask(Order order, Order.Session session) {
        try {
            apply(
                    order,
                    session,
                    payCrypt.paymentSessions().retrieve(session.id()).status());
        } catch (PayCryptApiException e) {
            LOG.log(Level.DEBUG, "session {0} of {1}: {2}", session.id(), order.id(), e.getMessage());
        } catch (PayCryptException e) {
            LOG.log(Level.WARNING, "session {0} of {1}: {2}", session.id(), order.id(), e.getMessage());
        }
    }

    private void apply(Order order, Order.Session session, SessionStatus status) {
        if (status.equals(SessionStatus.FAILED)) {
            orders.endSession(order.id(), session.id());
        } else if (status.equals(SessionStatus.COMPLETED) && orders.markForReview(order.id())) {
            LOG.log(
                    Level.WARNING,
                    "{0} is in review: PayCrypt calls its session {1} completed, but no webhook came",
                    order.id(),
                    session.id());
        }
    }
}
