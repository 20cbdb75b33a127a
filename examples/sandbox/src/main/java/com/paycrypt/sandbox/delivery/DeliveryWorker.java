package com.paycrypt.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the attempts in the background: one thread takes what is due, a few send. A clock that somebody else moves
 * tells nobody, so while a retry is scheduled the clock is read anew five times a second.
 */
final class DeliveryWorker implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration UNTIL_SIGNALLED = Duration.ofHours(1);

    private final DeliverySetup setup;
    private final DeliveryLog log;
    private final WebhookSender sender;
    private final DeliveryQueue queue = new DeliveryQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1, daemons());
    private volatile boolean closed;

    DeliveryWorker(DeliverySetup setup, DeliveryLog log, WebhookSender sender) {
        this.setup = setup;
        this.log = log;
        this.sender = sender;
        threads.execute(this::run);
    }

    void enqueue(Delivery delivery) {
        locked(() -> schedule(delivery));
    }

    void wake() {
        locked(() -> {});
    }

    boolean awaitIdle(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (!queue.isIdle(setup.clock().instant()) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return queue.isIdle(setup.clock().instant());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        threads.shutdown();
    }

    private void run() {
        try {
            for (Optional<DeliveryQueue.Entry> next = next(); next.isPresent(); next = next()) {
                DeliveryQueue.Entry entry = next.get();
                threads.execute(() -> attempt(entry));
            }
        } catch (RejectedExecutionException closing) {
            return;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for an entry that is due; empty once the worker is closed. */
    private Optional<DeliveryQueue.Entry> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Instant now = setup.clock().instant();
                Optional<DeliveryQueue.Entry> due = queue.take(now);
                if (due.isPresent()) {
                    return due;
                }
                changed.awaitNanos(untilNextLook(now).toNanos());
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNextLook(Instant now) {
        return queue.untilNext(now)
                .map(wait -> wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN)
                .orElse(UNTIL_SIGNALLED);
    }

    /** An entry whose time is no longer the delivery's was overtaken by a redelivery. */
    private void attempt(DeliveryQueue.Entry entry) {
        try {
            log.find(entry.deliveryId())
                    .filter(delivery -> !closed && entry.due().equals(delivery.nextAttempt()))
                    .ifPresent(this::attempt);
        } finally {
            locked(() -> queue.done(entry));
        }
    }

    private void attempt(Delivery delivery) {
        Attempt attempt = sender.send(delivery, setup.dialect().get());
        Delivery after = log.update(delivery.id(), now -> now.after(attempt, retry(now, attempt)));
        if (after.nextAttempt() != null) {
            locked(() -> schedule(after));
        }
    }

    private @Nullable Instant retry(Delivery delivery, Attempt attempt) {
        return attempt.succeeded()
                ? null
                : setup.retries()
                        .next(
                                delivery.attempts().size() + 1,
                                setup.dialect().get(),
                                setup.clock().instant());
    }

    private void schedule(Delivery delivery) {
        Instant due = delivery.nextAttempt() == null ? setup.clock().instant() : delivery.nextAttempt();
        queue.add(delivery.id(), delivery.sessionId(), due);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
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
