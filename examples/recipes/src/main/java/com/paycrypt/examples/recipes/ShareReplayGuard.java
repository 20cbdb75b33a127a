package com.paycrypt.examples.recipes;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import javax.sql.DataSource;

/**
 * Lets several processes behind a load balancer handle each delivery once: they share the memory of what was handled. Without
 * this each process has a memory of its own, and a copy that reaches another process is handled again.
 *
 * <p>The database also keeps deliveries whose handler failed; call {@code inbox.start(handler)} to have them handled again. In
 * Spring, {@code paycrypt.webhook.replay=jdbc} or {@code redis} does the same.
 */
public final class ShareReplayGuard {
    private ShareReplayGuard() {}

    /**
     * Creates the receiver of one of the processes.
     *
     * @param credentials what webhooks are signed with
     * @param database the database that all processes share
     * @param handler the handler
     * @return the receiver
     */
    public static WebhookReceiver receiver(Credentials credentials, DataSource database, WebhookHandler handler) {
        return WebhookReceiver.builder(credentials)
                .replayGuard(WebhookInbox.jdbc(database).createTable())
                .handler(handler)
                .build();
    }
}
