package com.paycrypt.sdk.webhook;

/**
 * The merchant's code for verified events.
 *
 * <p>Called on the thread that received the delivery. Whatever it throws makes the delivery fail: it is answered 500,
 * or kept for another attempt where a {@link WebhookInbox} guards. PayCrypt waits for 5 s.
 */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Handles an event.
     *
     * @param event what PayCrypt signed
     * @throws Exception if the event could not be handled
     */
    void handle(WebhookEvent event) throws Exception;
}
