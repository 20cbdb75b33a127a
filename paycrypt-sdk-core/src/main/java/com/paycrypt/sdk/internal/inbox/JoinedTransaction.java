package com.paycrypt.sdk.internal.inbox;

import com.paycrypt.sdk.internal.webhook.Uninterrupted;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A transaction of the shop's in which a handler completed its delivery: whether it was committed, the table says. */
public final class JoinedTransaction {
    private JoinedTransaction() {}

    /** Returns why the delivery is not handled, or null if it is. Never completes it: its effect may have been rolled back. */
    public static @Nullable Throwable failure(InboxStore store, String digest, String token) {
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
