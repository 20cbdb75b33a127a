package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.NewDelivery;
import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.internal.json.EnvelopeReader;
import com.paycrypt.sdk.internal.json.MalformedJsonException;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.Provenance;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import org.jspecify.annotations.Nullable;

/** Turns events into rows of the inbox, and rows into events. */
final class StoredEvents {
    private static final int MAX_KEY_LENGTH = 255;

    private StoredEvents() {}

    /** The columns for people are bounded ASCII: some databases reject what a sender can write. */
    static NewDelivery toRow(Ticket ticket) {
        Payment payment = ticket.event().payment();
        return new NewDelivery(
                ticket.digest(),
                apiKey(ticket.event().key()),
                LogSafe.of(ticket.event().type()),
                payment.orderId().map(LogSafe::of).orElse(null),
                payment.sessionId().map(LogSafe::of).orElse(null),
                ticket.event().rawBody());
    }

    /** Returns the event, which was verified before it was stored. */
    static WebhookEvent toEvent(StoredDelivery row) {
        try {
            return WebhookEvent.stored(
                    new Row(row.apiKey(), row.digest()), EnvelopeReader.read(row.payload()), row.payload());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the inbox's row " + row.digest() + " no longer holds an event", e);
        }
    }

    /** A key that does not fit is not stored: part of one would be another key. */
    private static @Nullable String apiKey(String key) {
        return key.isEmpty() || key.length() > MAX_KEY_LENGTH ? null : key;
    }

    /** What is known of a stored delivery's signature. */
    private record Row(@Nullable String apiKey, String digest) implements Provenance {
        @Override
        public String key() {
            return apiKey == null ? "" : apiKey;
        }
    }
}
