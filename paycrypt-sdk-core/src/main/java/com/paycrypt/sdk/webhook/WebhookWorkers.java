package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.Heartbeat;
import com.paycrypt.sdk.internal.inbox.WorkerPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Workers that handle the due deliveries of a {@link WebhookInbox} until they are closed: what a handler failed on, what a
 * process died over, and what waited for an earlier delivery of its session.
 *
 * <pre>{@code
 * try (WebhookWorkers workers = inbox.start(handler)) {
 *     server.run();
 * }
 * }</pre>
 *
 * <p>They look for due deliveries once a second, and at once for those that this process stores or makes due; while
 * anything is due they go on. A handler that hangs occupies one worker, no other worker and no other process waits for it.
 * Deliveries of one payment session are handled one after another, oldest first; those of different sessions in parallel.
 *
 * <p>Each worker uses at most one connection at a time. Their number, 8 unless set, should leave connections of the pool to
 * the receivers. Their threads are daemons, from Java 24 on virtual ones, and end while nothing is due.
 *
 * <p>Safe for use by any number of threads.
 */
public final class WebhookWorkers implements AutoCloseable {
    private final WorkerPool pool;
    private final Heartbeat heartbeat;
    private final Heartbeat.Task task;
    private final Runnable onClose;
    private final Duration closeTimeout;
    private final AtomicBoolean closed = new AtomicBoolean();

    private WebhookWorkers(WorkerPool pool, Heartbeat heartbeat, Runnable onClose, Duration closeTimeout) {
        this.pool = pool;
        this.heartbeat = heartbeat;
        this.task = pool::tick;
        this.onClose = onClose;
        this.closeTimeout = closeTimeout;
    }

    static WebhookWorkers start(WorkerPool pool, Heartbeat heartbeat, Runnable onClose, Duration closeTimeout) {
        WebhookWorkers workers = new WebhookWorkers(pool, heartbeat, onClose, closeTimeout);
        heartbeat.add(workers.task);
        pool.wake();
        return workers;
    }

    /**
     * Begins no further delivery, gives back those that have not begun, and waits for the running handlers, up to 30 s unless
     * set. A handler that runs on keeps its delivery; if the process ends, the delivery is processed again.
     *
     * <p>An interrupt ends the wait and stays set. Closing again has no effect.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        heartbeat.remove(task);
        onClose.run();
        int running = pool.close(closeTimeout);
        if (running > 0) {
            InboxReporter.stillRunning(running, closeTimeout);
        }
    }

    /** Configures and starts workers. */
    public static final class Builder {
        private static final int MAX_COUNT = 256;

        private final Function<Builder, WebhookWorkers> starter;
        private int count = 8;
        private Duration closeTimeout = Duration.ofSeconds(30);
        private List<WebhookListener> listeners = List.of();

        Builder(Function<Builder, WebhookWorkers> starter) {
            this.starter = starter;
        }

        /**
         * Sets the largest number of deliveries that are handled at the same time by this process: 8 unless set.
         *
         * @param workers the number, from 1 to 256
         * @return this builder
         * @throws IllegalArgumentException if the number is out of its range
         */
        public Builder count(int workers) {
            if (workers < 1 || workers > MAX_COUNT) {
                throw new IllegalArgumentException("count must be from 1 to " + MAX_COUNT + ", not " + workers);
            }
            this.count = workers;
            return this;
        }

        /**
         * Sets how long {@link WebhookWorkers#close WebhookWorkers.close} waits for running handlers: 30 s unless set.
         *
         * @param limit the longest wait, not negative
         * @return this builder
         * @throws IllegalArgumentException if the limit is negative
         */
        public Builder closeTimeout(Duration limit) {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("closeTimeout must not be negative, but is " + limit);
            }
            this.closeTimeout = limit;
            return this;
        }

        /**
         * Sets what observes the deliveries, as the listener of a receiver does.
         *
         * @param listener creates an observer for each delivery that is processed
         * @return this builder
         */
        public Builder listener(WebhookListener listener) {
            this.listeners = List.of(listener);
            return this;
        }

        /**
         * Starts the workers.
         *
         * @return the workers, to be closed when the application stops
         */
        public WebhookWorkers start() {
            return starter.apply(this);
        }

        int count() {
            return count;
        }

        List<WebhookListener> listeners() {
            return listeners;
        }

        Duration closeTimeout() {
            return closeTimeout;
        }
    }
}
