package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxTable;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.webhookjson.EnvelopeReader;
import com.paycrypt.sdk.internal.webhookjson.MalformedJsonException;
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

    /** Returns how many deliveries the handler took. */
    int run(WebhookHandler handler, int most) throws SQLException {
        int taken = 0;
        for (String digest : table.due(most)) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            taken += attempt(digest, handler);
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
            journal.unreadable(e);
        }
    }

    private int handle(StoredDelivery row, String token, WebhookHandler handler) throws SQLException {
        WebhookEvent event;
        try {
            event = event(row);
        } catch (IllegalStateException e) {
            journal.unreadable(e);
            table.fail(row.digest(), token, LogText.of(e));
            return 0;
        }
        return handle(row, event, token, handler);
    }

    private int handle(StoredDelivery row, WebhookEvent event, String token, WebhookHandler handler)
            throws SQLException {
        try {
            handler.handle(event);
        } catch (Throwable e) {
            failed(row, token, event, e);
            return 0;
        }
        if (!Uninterrupted.call(false, () -> table.finish(row.digest(), token))) {
            journal.leaseLost(event);
        }
        journal.handled(event);
        return 1;
    }

    private void failed(StoredDelivery row, String token, WebhookEvent event, Throwable cause) throws SQLException {
        if (row.isLastAttempt()) {
            journal.stuck(event, cause);
        } else {
            journal.keptForLater(event, cause);
        }
        Uninterrupted.call(
                cause instanceof InterruptedException, () -> table.fail(row.digest(), token, LogText.of(cause)));
    }

    static WebhookEvent event(StoredDelivery row) {
        try {
            return new WebhookEvent(row::digest, 0, EnvelopeReader.read(row.body()), row.body());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the inbox's row " + row.digest() + " no longer holds an event", e);
        }
    }
}
