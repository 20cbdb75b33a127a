package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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

    private final WebhookInbox inbox;
    private final EventDispatcher dispatcher;
    private final WebhookListener listener;
    private final @Nullable TaskScheduler scheduler;
    private final PayCryptProperties.Inbox settings;
    private final Duration closeTimeout;
    private @Nullable WebhookWorkers workers;
    private @Nullable InboxDeletion deletion;

    /**
     * A runner that does not run yet.
     *
     * @param inbox the inbox
     * @param dispatcher calls the application's code
     * @param listener observes what is processed
     * @param scheduler runs the deletion, if the application has one
     * @param settings the properties of the inbox
     * @param closeTimeout the longest wait for running handlers at the end
     */
    public InboxRunner(
            WebhookInbox inbox,
            EventDispatcher dispatcher,
            WebhookListener listener,
            @Nullable TaskScheduler scheduler,
            PayCryptProperties.Inbox settings,
            Duration closeTimeout) {
        this.inbox = inbox;
        this.dispatcher = dispatcher;
        this.listener = listener;
        this.scheduler = scheduler;
        this.settings = settings;
        this.closeTimeout = closeTimeout;
    }

    /** After all beans are made, migrations of the schema among them. */
    @Override
    public void afterSingletonsInstantiated() {
        dispatcher.requireClear();
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
        if (deletion != null) {
            return;
        }
        deletion = InboxDeletion.start(inbox, settings.keepFor(), scheduler);
        if (!dispatcher.present()) {
            LOG.log(
                    Level.WARNING,
                    "PayCrypt webhooks are taken by a controller, which cannot be called again: what fails stays in the"
                            + " inbox until there is a WebhookHandler bean or an @EventListener for it");
        } else if (settings.workers() > 0) {
            workers = inbox.workers(dispatcher::handle)
                    .count(settings.workers())
                    .listener(listener)
                    .closeTimeout(closeTimeout)
                    .start();
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

    @Override
    public void stop() {
        WebhookWorkers running = ended();
        if (running != null) {
            running.close();
        }
    }

    private synchronized @Nullable WebhookWorkers ended() {
        if (deletion != null) {
            deletion.stop();
            deletion = null;
        }
        WebhookWorkers running = workers;
        workers = null;
        return running;
    }

    @Override
    public synchronized boolean isRunning() {
        return deletion != null;
    }
}
