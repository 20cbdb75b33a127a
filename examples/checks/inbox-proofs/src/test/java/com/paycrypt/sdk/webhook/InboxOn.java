package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import com.paycrypt.sdk.internal.inbox.InboxStore;

/** Inboxes on a table, a clock and threads of a test's own. */
public final class InboxOn {
    private InboxOn() {}

    public static WebhookInbox of(InboxStore store, InboxRuntime runtime) {
        return new WebhookInbox(store, runtime);
    }
}
