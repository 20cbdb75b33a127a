package com.paycrypt.sdk.webhook;

/**
 * Handles verified events.
 *
 * <p>Called on the thread that received the delivery. Whatever it throws makes the delivery fail: the response is 500, or
 * the delivery is kept for another attempt if the guard is a {@link WebhookInbox}. PayCrypt waits 5 s for the response.
 */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Handles an event.
     *
     * @param event the verified event
     * @throws Exception if the event could not be handled
     */
    void handle(WebhookEvent event) throws Exception;
}
