package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for the inbox's table before the first delivery, and hands what waits in the inbox to the application's code for
 * as long as the application runs.
 */
public final class InboxRunner implements SmartInitializingSingleton, SmartLifecycle {
    private static final Logger LOG = System.getLogger(InboxRunner.class.getName());

    private static final Duration DELETION = Duration.ofHours(1);

    private final @Nullable WebhookInbox inbox;
    private final EventDispatcher dispatcher;
    private final WebhookListener listener;
    private final PayCryptProperties.Inbox settings;
    private @Nullable ScheduledExecutorService scheduler;

    public InboxRunner(
            @Nullable WebhookInbox inbox,
            EventDispatcher dispatcher,
            WebhookListener listener,
            PayCryptProperties.Inbox settings) {
        this.inbox = inbox;
        this.dispatcher = dispatcher;
        this.listener = listener;
        this.settings = settings;
    }

    /** After all beans are made, migrations of the schema among them. */
    @Override
    public void afterSingletonsInstantiated() {
        if (inbox == null) {
            return;
        }
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
        if (inbox == null || scheduler != null) {
            return;
        }
        scheduler = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "paycrypt-inbox");
            thread.setDaemon(true);
            return thread;
        });
        every(DELETION, () -> inbox.deleteHandled(settings.keepFor()), scheduler);
        if (dispatcher.present()) {
            every(settings.redeliverEvery(), () -> inbox.processDue(dispatcher::handle, listener), scheduler);
        } else {
            LOG.log(
                    Level.WARNING,
                    "PayCrypt webhooks are taken by a controller, which cannot be called again: what fails stays in the"
                            + " inbox until there is a WebhookHandler bean or an @EventListener for it");
        }
    }

    /** Starts soon after the application in any case: some are restarted more than once an hour. */
    private void every(Duration pause, Runnable work, ScheduledExecutorService scheduler) {
        Future<?> unused = scheduler.scheduleWithFixedDelay(
                () -> run(work), settings.redeliverEvery().toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reports every failure itself: one that got out would end all further runs. */
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "The PayCrypt webhook inbox could not be worked on; it is tried again", failure);
        }
    }

    /** Waits for the delivery that is being handled: interrupted, it would have to be handled again. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = scheduler;
        if (running == null) {
            return;
        }
        scheduler = null;
        running.shutdown();
        try {
            if (!running.awaitTermination(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
