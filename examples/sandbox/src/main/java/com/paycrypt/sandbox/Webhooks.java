package com.paycrypt.sandbox;

import com.paycrypt.sandbox.delivery.Payments;
import com.paycrypt.sandbox.ledger.Deliveries;
import com.paycrypt.sandbox.model.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

/** The webhooks of a sandbox. Thread-safe; only the {@code await} methods wait for receivers. */
public final class Webhooks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deliveries deliveries;
    private final Payments payments;

    Webhooks(Deliveries deliveries, Payments payments) {
        this.deliveries = deliveries;
        this.payments = payments;
    }

    /**
     * Returns all deliveries as they are now.
     *
     * @return the deliveries, oldest first
     */
    public List<Delivery> all() {
        return deliveries.all();
    }

    /**
     * Returns the deliveries of one session as they are now.
     *
     * @param sessionId the session
     * @return its deliveries, oldest first
     */
    public List<Delivery> of(String sessionId) {
        return deliveries.of(sessionId);
    }

    /**
     * Waits at most 30 s until every delivery that is due has been tried. Attempts that are scheduled for later are not
     * waited for; {@link Sandbox#advance} makes them due.
     *
     * @return all deliveries as they then are, oldest first
     * @throws IllegalStateException if receivers are too slow, or the caller is interrupted
     */
    public List<Delivery> await() {
        try {
            if (!deliveries.await(PATIENCE)) {
                throw new IllegalStateException("deliveries are still under way after " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for deliveries", e);
        }
        return deliveries.all();
    }

    /**
     * Waits as {@link #await()} does and returns the last delivery of one session.
     *
     * @param sessionId the session
     * @return its last delivery, tried
     * @throws IllegalStateException if it has none, or as {@link #await()}
     */
    public Delivery await(String sessionId) {
        await();
        return deliveries.of(sessionId).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no delivery for session " + sessionId
                        + ": has it a webhook_url, and did something happen to it?"));
    }

    /**
     * Delivers an event again, now, signed anew. An attempt under way goes on; the event then comes twice.
     *
     * @param deliveryId the delivery's id
     * @throws NoSuchElementException if there is no such delivery
     */
    public void redeliver(String deliveryId) {
        deliveries.redeliver(deliveryId);
    }

    /**
     * Sends an event of any type about a session, whatever its state.
     *
     * @param sessionId the session
     * @param type the event's type, such as {@code payment.succeeded}
     * @return the delivery, not tried yet
     * @throws NoSuchElementException if there is no such session
     * @throws IllegalStateException if it has no webhook URL
     */
    public Delivery trigger(String sessionId, String type) {
        return payments.trigger(sessionId, type)
                .orElseThrow(() -> new IllegalStateException("session " + sessionId + " has no webhook_url"));
    }
}
