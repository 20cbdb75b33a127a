package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxTable;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.json.EnvelopeReader;
import com.paycrypt.sdk.internal.json.MalformedJsonException;
import java.sql.SQLException;
import java.util.UUID;

/** Handles what waits in the inbox. */
final class Redelivery {
    private final InboxTable table;
    private final Journal journal;

    Redelivery(InboxTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    /** Returns how many deliveries the handler took, also where the database fails on the way. */
    int run(WebhookHandler handler, int most) {
        int taken = 0;
        try {
            for (String digest : table.due(most)) {
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                taken += attempt(digest, handler);
            }
        } catch (Throwable e) {
            Journal.unworkable(e);
        }
        return taken;
    }

    /** Of several processes that see a delivery due, one takes it. */
    private int attempt(String digest, WebhookHandler handler) throws SQLException {
        String token = UUID.randomUUID().toString();
        if (!table.takeDue(digest, token)) {
            giveUp(digest);
            return 0;
        }
        int taken = 0;
        for (StoredDelivery row : table.row(digest)) {
            taken += handle(row, token, handler);
        }
        return taken;
    }

    private void giveUp(String digest) throws SQLException {
        if (table.giveUp(digest)) {
            for (StoredDelivery row : table.row(digest)) {
                givenUp(row);
            }
        }
    }

    private void givenUp(StoredDelivery row) {
        try {
            journal.givenUp(event(row));
        } catch (IllegalStateException e) {
            journal.unreadable(row, e);
        }
    }

    private int handle(StoredDelivery row, String token, WebhookHandler handler) throws SQLException {
        WebhookEvent event;
        try {
            event = event(row);
        } catch (IllegalStateException e) {
            journal.unreadable(row, e);
            table.fail(row.digest(), token, LogText.of(e));
            return 0;
        }
        return handle(row, event, token, handler);
    }

    private int handle(StoredDelivery row, WebhookEvent event, String token, WebhookHandler handler) {
        try {
            handler.handle(event);
        } catch (Throwable e) {
            failed(row, token, event, e);
            return 0;
        }
        finish(row.digest(), token, event);
        journal.handled(event);
        return 1;
    }

    private void finish(String digest, String token, WebhookEvent event) {
        try {
            if (!Uninterrupted.call(false, () -> table.finish(digest, token))) {
                journal.leaseLost(event);
            }
        } catch (Throwable e) {
            journal.unrecorded(event, "handled", e);
        }
    }

    /** Recorded first: what is said to be stuck is so. */
    private void failed(StoredDelivery row, String token, WebhookEvent event, Throwable cause) {
        try {
            Uninterrupted.call(
                    cause instanceof InterruptedException, () -> table.fail(row.digest(), token, LogText.of(cause)));
        } catch (Throwable e) {
            journal.unrecorded(event, "failed", e);
        }
        if (row.isLastAttempt()) {
            journal.stuck(event, cause);
        } else {
            journal.keptForLater(event, cause);
        }
    }

    static WebhookEvent event(StoredDelivery row) {
        try {
            return new WebhookEvent(row::digest, 0, EnvelopeReader.read(row.body()), row.body());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the inbox's row " + row.digest() + " no longer holds an event", e);
        }
    }
}
