package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;

/** Runs the application's handler or listeners within something, such as a transaction. */
@FunctionalInterface
public interface AroundHandler {
    /**
     * Calls a handler once, or throws.
     *
     * @param event the event
     * @param handler the application's code
     * @throws Exception what the handler threw, or what failed around it
     */
    void handle(WebhookEvent event, WebhookHandler handler) throws Exception;

    /**
     * Calls handlers as they are.
     *
     * @return a runner that adds nothing
     */
    static AroundHandler nothing() {
        return (event, handler) -> handler.handle(event);
    }
}
