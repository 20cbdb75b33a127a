package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import org.jspecify.annotations.Nullable;

/**
 * Where the deliveries of one merchant come in, and what becomes of them.
 *
 * @param merchant the merchant's name
 * @param path where they come in
 * @param receiver verifies them
 * @param dispatcher calls the application's code
 * @param inbox stores them, if there is one
 */
public record WebhookEndpoint(
        String merchant,
        WebhookPath path,
        WebhookReceiver receiver,
        EventDispatcher dispatcher,
        @Nullable WebhookInbox inbox) {}
