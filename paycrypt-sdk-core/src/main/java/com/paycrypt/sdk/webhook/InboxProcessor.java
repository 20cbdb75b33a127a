package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.DeliveryProcessor;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.JoinedTransaction;
import com.paycrypt.sdk.internal.inbox.Leases;
import com.paycrypt.sdk.internal.inbox.Leases.Completion;
import com.paycrypt.sdk.internal.inbox.Leases.LeaseHolder;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.internal.webhook.Uninterrupted;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the handler on claimed deliveries and records the outcome. */
final class InboxProcessor implements DeliveryProcessor {
    private final InboxStore store;
    private final Leases leases;
    private final WebhookHandler handler;
    private final List<WebhookListener> listeners;
    private final InboxReporter inbox;
    private final DeliveryLog log = new DeliveryLog(System::nanoTime);

    InboxProcessor(
            InboxStore store,
            Leases leases,
            WebhookHandler handler,
            List<WebhookListener> listeners,
            InboxReporter inbox) {
        this.store = store;
        this.leases = leases;
        this.handler = handler;
        this.listeners = listeners;
        this.inbox = inbox;
    }

    @Override
    public boolean process(StoredDelivery row, String token) {
        WebhookEvent event;
        try {
            event = StoredEvents.toEvent(row);
        } catch (IllegalStateException e) {
            fail(row, token, e);
            log.unreadable(row.digest(), row.isLastAttempt(), e);
            return false;
        }
        leases.begin(row.digest(), token, new ThreadHolder(Thread.currentThread(), event));
        return handle(row, token, event);
    }

    private boolean handle(StoredDelivery row, String token, WebhookEvent event) {
        DeliveryReporter reporter = started();
        Throwable failure = run(event);
        Completion completion = leases.end(row.digest(), token);
        if (failure == null && completion == Completion.JOINED) {
            failure = JoinedTransaction.failure(store, row.digest(), token);
        }
        if (failure != null) {
            failed(row, token, event, failure, reporter);
            return false;
        }
        if (completion == Completion.NONE) {
            complete(row.digest(), token, event, reporter);
        }
        reporter.handled(event);
        return true;
    }

    private DeliveryReporter started() {
        return DeliveryReporter.started(log, listeners);
    }

    private @Nullable Throwable run(WebhookEvent event) {
        try {
            handler.handle(event);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void complete(String digest, String token, WebhookEvent event, DeliveryReporter reporter) {
        try {
            if (!Uninterrupted.call(false, () -> store.complete(digest, token))) {
                reporter.leaseLost(event);
            }
        } catch (Throwable e) {
            reporter.unrecorded(event, "handled", e);
        }
    }

    /** Recorded first: what is reported as exhausted is so. */
    private void failed(
            StoredDelivery row, String token, WebhookEvent event, Throwable cause, DeliveryReporter reporter) {
        try {
            Uninterrupted.call(
                    cause instanceof InterruptedException, () -> store.fail(row.digest(), token, LogSafe.of(cause)));
        } catch (Throwable e) {
            reporter.unrecorded(event, "failed", e);
        }
        if (row.isLastAttempt()) {
            reporter.exhausted(event, cause);
        } else {
            reporter.kept(event, cause);
        }
    }

    private void fail(StoredDelivery row, String token, Throwable cause) {
        try {
            boolean unused = store.fail(row.digest(), token, LogSafe.of(cause));
        } catch (SQLException | RuntimeException e) {
            inbox.databaseFailed(e);
        }
    }

    @Override
    public void exhausted(StoredDelivery row) {
        try {
            started().abandoned(StoredEvents.toEvent(row));
        } catch (IllegalStateException e) {
            log.unreadable(row.digest(), true, e);
        }
    }

    @Override
    public void databaseFailed(Throwable failure) {
        inbox.databaseFailed(failure);
    }

    /** Holds a lease as long as its thread lives. */
    private record ThreadHolder(Thread thread, WebhookEvent event) implements LeaseHolder {
        @Override
        public boolean isAlive(Duration running) {
            return thread.isAlive();
        }

        @Override
        public void outlivedLease(Duration running) {
            InboxReporter.outlivedLease(event, running, thread.getName());
        }
    }
}
