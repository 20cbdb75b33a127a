package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxTable;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.json.EnvelopeReader;
import com.paycrypt.sdk.internal.json.MalformedJsonException;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.internal.webhook.Provenance;
import com.paycrypt.sdk.internal.webhook.Uninterrupted;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Processes the due deliveries of the inbox. */
final class Redelivery {
    private final InboxTable table;
    private final List<WebhookListener> listeners;
    private final DeliveryLog log = new DeliveryLog(System::nanoTime);

    Redelivery(InboxTable table, List<WebhookListener> listeners) {
        this.table = table;
        this.listeners = listeners;
    }

    /** Returns how many deliveries were handled, also if the database fails on the way. */
    int run(WebhookHandler handler, int max) {
        int handled = 0;
        try {
            for (String digest : table.due(max)) {
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                handled += attempt(digest, handler);
            }
        } catch (Throwable e) {
            DeliveryLog.inboxFailed(e);
        }
        return handled;
    }

    /** Of several processes that see a delivery due, one claims it. */
    private int attempt(String digest, WebhookHandler handler) throws SQLException {
        String token = UUID.randomUUID().toString();
        if (!table.takeDue(digest, token)) {
            giveUp(digest);
            return 0;
        }
        int handled = 0;
        for (StoredDelivery row : table.row(digest)) {
            handled += handle(row, token, handler);
        }
        return handled;
    }

    private void giveUp(String digest) throws SQLException {
        if (table.giveUp(digest)) {
            for (StoredDelivery row : table.row(digest)) {
                abandoned(row);
            }
        }
    }

    private void abandoned(StoredDelivery row) {
        try {
            started().abandoned(event(row));
        } catch (IllegalStateException e) {
            log.unreadable(row.digest(), row.isLastAttempt(), e);
        }
    }

    private int handle(StoredDelivery row, String token, WebhookHandler handler) throws SQLException {
        WebhookEvent event;
        try {
            event = event(row);
        } catch (IllegalStateException e) {
            log.unreadable(row.digest(), row.isLastAttempt(), e);
            table.fail(row.digest(), token, LogSafe.of(e));
            return 0;
        }
        return handle(row, event, token, handler);
    }

    private int handle(StoredDelivery row, WebhookEvent event, String token, WebhookHandler handler) {
        DeliveryReporter reporter = started();
        try {
            handler.handle(event);
        } catch (Throwable e) {
            failed(row, token, event, e, reporter);
            return 0;
        }
        finish(row.digest(), token, event, reporter);
        reporter.handled(event);
        return 1;
    }

    private DeliveryReporter started() {
        return DeliveryReporter.started(log, listeners);
    }

    private void finish(String digest, String token, WebhookEvent event, DeliveryReporter reporter) {
        try {
            if (!Uninterrupted.call(false, () -> table.finish(digest, token))) {
                reporter.leaseLost(event);
            }
        } catch (Throwable e) {
            reporter.unrecorded(event, "handled", e);
        }
    }

    /** Recorded before it is reported: what is said to be exhausted is so. */
    private void failed(
            StoredDelivery row, String token, WebhookEvent event, Throwable cause, DeliveryReporter reporter) {
        try {
            Uninterrupted.call(
                    cause instanceof InterruptedException, () -> table.fail(row.digest(), token, LogSafe.of(cause)));
        } catch (Throwable e) {
            reporter.unrecorded(event, "failed", e);
        }
        if (row.isLastAttempt()) {
            reporter.exhausted(event, cause);
        } else {
            reporter.kept(event, cause);
        }
    }

    static WebhookEvent event(StoredDelivery row) {
        try {
            return WebhookEvent.stored(new Row(row.digest()), EnvelopeReader.read(row.body()), row.body());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the inbox's row " + row.digest() + " no longer holds an event", e);
        }
    }

    /** The row of a delivery; it does not name the key. */
    private record Row(String digest) implements Provenance {
        @Override
        public String key() {
            return "";
        }
    }
}
