package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookListener;

/** Observes deliveries that come in, and stored ones that are processed again. */
public interface ObservedDeliveries {
    /**
     * Observes what comes in.
     *
     * @return a listener for receivers
     */
    WebhookListener received();

    /**
     * Observes what is processed again.
     *
     * @return what the application's code runs in
     */
    AroundHandler processed();
}
