package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.ledger.Change;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.ledger.Move;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Session;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Makes moves with sessions and announces them to the shop, both under one lock: events are queued in the order in which
 * the changes happened. Thread-safe; nothing here waits for a receiver.
 */
public final class Payments {
    private final DeliverySetup setup;
    private final Ledger ledger;

    /**
     * Creates the payments of a ledger.
     *
     * @param setup what deliveries are made of
     */
    public Payments(DeliverySetup setup) {
        this.setup = setup;
        this.ledger = setup.ledger();
    }

    /**
     * Makes a move and announces what it changed.
     *
     * @param sessionId the session
     * @param move the move
     * @return false if the session's state does not allow the move
     * @throws NoSuchElementException if there is no such session
     */
    public boolean make(String sessionId, Move move) {
        return ledger.guard().hold(() -> {
            Dialect dialect = setup.dialect().get();
            Optional<Change> change = ledger.sessions().move(sessionId, move, dialect);
            change.ifPresent(made -> EventTypes.of(made, dialect).forEach(type -> send(type, made.after(), dialect)));
            return change.isPresent();
        });
    }

    /**
     * Sends an event of any type about a session, whatever its state.
     *
     * @param sessionId the session
     * @param type the event's type
     * @return the delivery, or empty if the session has no webhook URL
     * @throws NoSuchElementException if there is no such session
     */
    public Optional<Delivery> trigger(String sessionId, String type) {
        return ledger.guard().hold(() -> {
            Session session = ledger.sessions()
                    .find(sessionId)
                    .orElseThrow(() -> new NoSuchElementException("no session " + sessionId));
            return send(type, session, setup.dialect().get());
        });
    }

    private Optional<Delivery> send(String type, Session session, Dialect dialect) {
        return session.order()
                .webhookUrl()
                .map(url -> ledger.deliveries()
                        .add(
                                session,
                                type,
                                setup.receiver().apply(url),
                                EventBody.of(
                                        type, session, dialect, setup.clock().instant())));
    }
}
