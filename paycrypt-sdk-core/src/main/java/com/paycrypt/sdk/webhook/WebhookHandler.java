package com.paycrypt.sdk.webhook;

/** The merchant's code for verified events. */
@FunctionalInterface
public interface WebhookHandler {
    void handle(WebhookEvent event) throws Exception;
}
