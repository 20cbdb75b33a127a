package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.session.Change;
import com.paycrypt.sandbox.session.Session;
import com.paycrypt.sandbox.wire.Dialect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The webhooks of a sandbox: turns what happens to sessions into signed deliveries and keeps their log. Thread-safe;
 * nothing here waits for a receiver but {@link #await}.
 */
public final class Deliveries implements AutoCloseable {
    private final Clock clock;
    private final Supplier<Dialect> dialect;
    private final UnaryOperator<URI> receiver;
    private final DeliveryLog log = new DeliveryLog();
    private final WebhookSender sender;
    private final DeliveryWorker worker;

    /**
     * Starts the worker that delivers.
     *
     * @param setup what deliveries are made of
     */
    public Deliveries(DeliverySetup setup) {
        this.clock = setup.clock();
        this.dialect = setup.dialect();
        this.receiver = setup.receiver();
        this.sender = new WebhookSender(setup.signingClock(), setup.signer());
        this.worker = new DeliveryWorker(setup, log, sender);
    }

    /**
     * Announces a change to the receiver of the session's webhook URL; nothing happens if it has none.
     *
     * @param change what happened
     */
    public void announce(Change change) {
        URI webhookUrl = change.after().order().webhookUrl();
        if (webhookUrl != null) {
            URI url = receiver.apply(webhookUrl);
            EventTypes.of(change, dialect.get()).forEach(type -> enqueue(type, change.after(), url));
        }
    }

    /**
     * Delivers again, now, with a signature of its own.
     *
     * @param id the delivery's id
     * @throws NoSuchElementException if there is no such delivery
     */
    public void redeliver(String id) {
        worker.enqueue(log.update(id, delivery -> delivery.due(clock.instant())));
    }

    /**
     * A delivery as it stands.
     *
     * @param id its id
     * @return the delivery, or empty if there is none
     */
    public Optional<Delivery> find(String id) {
        return log.find(id);
    }

    /**
     * Every delivery as it stands.
     *
     * @return the deliveries, oldest first
     */
    public List<Delivery> all() {
        return log.all();
    }

    /**
     * The deliveries of one session as they stand.
     *
     * @param sessionId the session
     * @return its deliveries, oldest first
     */
    public List<Delivery> of(String sessionId) {
        return log.all().stream()
                .filter(delivery -> delivery.sessionId().equals(sessionId))
                .toList();
    }

    /**
     * Waits until every attempt that is due has been made. An attempt scheduled for later is not waited for.
     *
     * @param limit how long to wait at most
     * @return whether it came to that within the limit
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean await(Duration limit) throws InterruptedException {
        return worker.awaitIdle(limit);
    }

    /** Wakes the worker because the clock was moved. */
    public void clockMoved() {
        worker.wake();
    }

    /** Stops; attempts under way are cut off. */
    @Override
    public void close() {
        worker.close();
        sender.close();
    }

    private void enqueue(String type, Session session, URI url) {
        byte[] body = EventBody.of(type, session, dialect.get(), clock.instant());
        Delivery delivery = log.add(id -> new Delivery(
                id,
                session.id(),
                session.order().orderId(),
                type,
                url,
                new String(body, StandardCharsets.UTF_8),
                Delivery.Status.PENDING,
                List.of(),
                clock.instant()));
        worker.enqueue(delivery);
    }
}
