package com.paycrypt.sdk.webhook;

import java.sql.Connection;

/**
 * The merchant's code for verified events where it writes to the database of the {@link WebhookInbox}: what it writes
 * and the record that the delivery is done become true together, or neither does.
 */
@FunctionalInterface
public interface WebhookTransaction {
    /**
     * Handles an event.
     *
     * @param event what PayCrypt signed
     * @param connection the transaction to write in; it is committed, rolled back and closed by the inbox, and by nobody
     *     else: what a handler commits itself stays, though it then fails and is called again. A handler that is undone
     *     by a deadlock must let the exception out, since the database may have rolled back all that came before, too
     * @throws Exception if the event could not be handled; nothing is written then
     */
    void handle(WebhookEvent event, Connection connection) throws Exception;
}
