package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.webhook.Uninterrupted;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Deliveries that a handler completed in a transaction of the shop's: whether that was committed is for the table to say. */
final class Joined {
    private Joined() {}

    /** Returns null if the delivery is handled. Never completes it: its effect may have been rolled back. */
    static @Nullable Throwable failure(InboxStore store, String digest, String token) {
        try {
            return Uninterrupted.call(false, () -> store.isCompleted(digest, token)) ? null : notCommitted();
        } catch (SQLException | RuntimeException e) {
            return e;
        }
    }

    private static IllegalStateException notCommitted() {
        return new IllegalStateException(
                "the handler returned, but the transaction that WebhookInbox.complete joined is not committed:"
                        + " commit it before the handler returns, or let the exception out that rolled it back");
    }
}
