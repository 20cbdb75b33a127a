package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/** Deletes every hour what was handled long ago, on the application's scheduler or on a thread of its own. */
final class InboxDeletion implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final ScheduledFuture<?> task;
    private final @Nullable ScheduledExecutorService own;

    private InboxDeletion(ScheduledFuture<?> task, @Nullable ScheduledExecutorService own) {
        this.task = task;
        this.own = own;
    }

    /** Begins at once: some applications are restarted more than once an hour. */
    static InboxDeletion start(WebhookInbox inbox, Duration age, @Nullable TaskScheduler scheduler) {
        if (scheduler != null) {
            return new InboxDeletion(schedule(inbox, age, scheduler), null);
        }
        ScheduledExecutorService own = Executors.newSingleThreadScheduledExecutor(InboxDeletion::daemon);
        return new InboxDeletion(schedule(inbox, age, new ConcurrentTaskScheduler(own)), own);
    }

    private static ScheduledFuture<?> schedule(WebhookInbox inbox, Duration age, TaskScheduler scheduler) {
        return scheduler.scheduleWithFixedDelay(() -> inbox.deleteHandled(age), Instant.now(), PAUSE);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "paycrypt-inbox-deletion");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        boolean unused = task.cancel(false);
        if (own != null) {
            own.shutdown();
        }
    }
}
