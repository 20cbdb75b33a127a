package com.paycrypt.sdk.webhook;

import java.sql.Connection;

/**
 * A handler for verified events that writes to the database of the {@link WebhookInbox}: its writes and the record that the
 * delivery is handled are committed together, or neither is.
 */
@FunctionalInterface
public interface WebhookTransaction {
    /**
     * Handles an event. Called again after a serialization failure, with a new transaction.
     *
     * @param event the verified event
     * @param connection the transaction to write in; only the inbox commits, rolls back and closes it. What a handler commits
     *     itself stays even if it then fails and is called again. After a deadlock the handler must let the exception out,
     *     since the database may have rolled back everything before it
     * @throws Exception if the event could not be handled; nothing is written then
     */
    void handle(WebhookEvent event, Connection connection) throws Exception;
}
