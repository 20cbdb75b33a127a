package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.ledger.Due;
import com.paycrypt.sandbox.ledger.Guard;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Fault.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes the attempts in the background: one thread takes what is due, a few send. A clock that is moved from outside
 * wakes no thread, so while a retry is scheduled the clock is read anew five times a second.
 */
public final class DeliveryWorker implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration UNTIL_SIGNALLED = Duration.ofHours(1);

    private final DeliverySetup setup;
    private final Guard guard;
    private final WebhookClient client;
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1, daemons());
    private volatile boolean closed;

    /**
     * Starts to deliver what the ledger has queued.
     *
     * @param setup what deliveries are made of
     */
    public DeliveryWorker(DeliverySetup setup) {
        this.setup = setup;
        this.guard = setup.ledger().guard();
        this.client = new WebhookClient(setup.hosts());
        threads.execute(this::run);
    }

    /** Stops; attempts under way are cut off. */
    @Override
    public void close() {
        closed = true;
        guard.wake();
        threads.shutdown();
        client.close();
    }

    private void run() {
        try {
            for (Optional<Due> next = next(); next.isPresent(); next = next()) {
                Due due = next.get();
                threads.execute(() -> attempt(due));
            }
        } catch (RejectedExecutionException closing) {
            return;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for an attempt that is due; empty once the worker is closed. */
    private Optional<Due> next() throws InterruptedException {
        AtomicReference<Optional<Due>> taken = new AtomicReference<>(Optional.empty());
        while (!closed && taken.get().isEmpty()) {
            Duration limit = untilLookingAgain();
            guard.await(limit, () -> {
                if (!closed && taken.get().isEmpty()) {
                    taken.set(setup.ledger().deliveries().take());
                }
                return closed || taken.get().isPresent() || untilLookingAgain().compareTo(limit) < 0;
            });
        }
        return taken.get();
    }

    private Duration untilLookingAgain() {
        return setup.ledger()
                .deliveries()
                .untilNext()
                .map(delay -> delay.compareTo(LOOK_AGAIN) < 0 ? delay.plusMillis(1) : LOOK_AGAIN)
                .orElse(UNTIL_SIGNALLED);
    }

    private void attempt(Due due) {
        try (due) {
            due.delivery().filter(delivery -> !closed).ifPresent(delivery -> attempt(due, delivery));
        }
    }

    private void attempt(Due due, Delivery delivery) {
        Optional<String> objection = setup.hosts().objection(delivery.url());
        if (objection.isPresent()) {
            due.notSent(objection.get());
            return;
        }
        Optional<Fault> fault =
                setup.ledger().rules().apply(Scope.WEBHOOK, Optional.of(delivery.sessionId()), delivery.type());
        if (fault.filter(Fault.LOST::equals).isPresent()) {
            due.notSent("a rule lost it");
            return;
        }
        send(due, delivery, fault);
    }

    private void send(Due due, Delivery delivery, Optional<Fault> fault) {
        DisturbedWebhook webhook =
                new DisturbedWebhook(setup.signer(), setup.signingClock().instant(), delivery.body(), fault);
        int times = fault.filter(Fault.TWICE::equals).isPresent() ? 2 : 1;
        for (int n = 0; n < times; n++) {
            due.attempted(
                    client.send(
                            delivery.url(),
                            webhook.signedAt(),
                            webhook.headers(),
                            webhook.body(),
                            setup.dialect().get()),
                    setup.dialect().get());
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "paycrypt-sandbox-webhook-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
