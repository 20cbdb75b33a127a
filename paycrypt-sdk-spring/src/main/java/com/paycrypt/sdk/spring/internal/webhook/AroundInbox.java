package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookInbox;

/** Chooses what handlers run in whose deliveries an inbox keeps. */
@FunctionalInterface
public interface AroundInbox {
    /**
     * Chooses for an inbox.
     *
     * @param inbox the inbox
     * @return a transaction, or nothing
     */
    AroundHandler around(WebhookInbox inbox);
}
