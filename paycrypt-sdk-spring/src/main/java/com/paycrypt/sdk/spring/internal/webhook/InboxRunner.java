package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/**
 * Looks for the inbox's table before the first delivery, runs the inbox's workers for as long as the application runs, and
 * deletes what was handled long ago.
 *
 * <p>It stops with the last phase of the lifecycle, before the web server does: no further delivery is begun, and those that
 * run are waited for.
 */
public final class InboxRunner implements SmartInitializingSingleton, SmartLifecycle {
    private static final Logger LOG = System.getLogger(InboxRunner.class.getName());

    private final List<WebhookEndpoint> endpoints;
    private final AroundHandler around;
    private final WebhookListener listener;
    private final @Nullable TaskScheduler scheduler;
    private final PayCryptProperties.Inbox settings;
    private final Duration closeTimeout;
    private final List<AutoCloseable> running = new ArrayList<>();

    /**
     * A runner that does not run yet.
     *
     * @param endpoints the inboxes, and what calls the application's code
     * @param around what processing runs in
     * @param listener observes what is processed
     * @param scheduler runs the deletion, if the application has one
     * @param settings the properties of the inbox
     * @param closeTimeout the longest wait for running handlers at the end
     */
    public InboxRunner(
            WebhookEndpoints endpoints,
            AroundHandler around,
            WebhookListener listener,
            @Nullable TaskScheduler scheduler,
            PayCryptProperties.Inbox settings,
            Duration closeTimeout) {
        this.endpoints =
                endpoints.all().stream().filter(each -> each.inbox() != null).toList();
        this.around = around;
        this.listener = listener;
        this.scheduler = scheduler;
        this.settings = settings;
        this.closeTimeout = closeTimeout;
    }

    /** After all beans are made, migrations of the schema among them. */
    @Override
    public void afterSingletonsInstantiated() {
        endpoints.forEach(each -> {
            each.dispatcher().requireClear();
            requireTable(Objects.requireNonNull(each.inbox()));
        });
    }

    private void requireTable(WebhookInbox inbox) {
        try {
            // Whether there is such a delivery does not matter: it reads one row, by the table's key, to be written.
            boolean unused = (settings.createTable() ? inbox.createTable() : inbox).retry("none");
        } catch (IllegalStateException missing) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.replay=jdbc, but the table paycrypt_webhook_inbox cannot be read: "
                            + missing.getCause(),
                    "Add the statements of the SDK's webhook guide to your migrations, or set"
                            + " paycrypt.webhook.inbox.create-table=true.");
        }
    }

    @Override
    public synchronized void start() {
        if (running.isEmpty()) {
            endpoints.forEach(each -> start(Objects.requireNonNull(each.inbox()), each.dispatcher()));
        }
    }

    private void start(WebhookInbox inbox, EventDispatcher dispatcher) {
        running.add(InboxDeletion.start(inbox, settings.keepFor(), scheduler));
        if (!dispatcher.present()) {
            LOG.log(
                    Level.WARNING,
                    "PayCrypt webhooks are taken by a controller, which cannot be called again: what fails stays in the"
                            + " inbox until there is a WebhookHandler bean or an @EventListener for it");
        } else if (settings.workers() > 0) {
            running.add(inbox.workers(event -> around.handle(event, dispatcher::handle))
                    .count(settings.workers())
                    .listener(listener)
                    .closeTimeout(closeTimeout)
                    .start());
        }
    }

    /** On a thread of its own, so that other beans of this phase stop at the same time. */
    @Override
    public void stop(Runnable callback) {
        Thread closing = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                "paycrypt-inbox-close");
        closing.start();
    }

    /** All at once: each may wait for its handlers. */
    @Override
    public void stop() {
        List<CompletableFuture<Void>> closing = ended().stream()
                .map(each -> CompletableFuture.runAsync(() -> close(each), work -> new Thread(work).start()))
                .toList();
        closing.forEach(CompletableFuture::join);
    }

    private synchronized List<AutoCloseable> ended() {
        List<AutoCloseable> ended = List.copyOf(running);
        running.clear();
        return ended;
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "The PayCrypt webhook inbox did not stop as it should", failure);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
