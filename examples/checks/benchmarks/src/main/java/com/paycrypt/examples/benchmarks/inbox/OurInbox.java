package com.paycrypt.examples.benchmarks.inbox;

import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookWorkers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The SDK with its defaults: receiver, inbox and workers. */
final class OurInbox implements Contestant {
    private final Shop shop;
    private final WebhookInbox inbox;
    private final WebhookHandler handler;
    private final WebhookReceiver receiver;
    private WebhookWorkers workers;

    OurInbox(Shop shop) {
        this.shop = shop;
        this.inbox = WebhookInbox.jdbc(shop.pool);
        this.handler = inbox.inTransaction((event, connection) ->
                Shop.ship(connection, event.payment().orderId().orElseThrow()));
        this.receiver = WebhookReceiver.builder(Shop.CREDENTIALS)
                .replayGuard(inbox)
                .handler(handler)
                .build();
    }

    @Override
    public void createTables() throws SQLException {
        shop.execute("DROP TABLE IF EXISTS paycrypt_webhook_inbox");
        inbox.createTable();
    }

    @Override
    public boolean storeHandled(int many) throws SQLException {
        store("old", "0, 'HANDLED'", many);
        return true;
    }

    @Override
    public void storeBacklog(int many) throws SQLException {
        store("due", "NULL, 'PENDING'", many);
    }

    private void store(String prefix, String state, int many) throws SQLException {
        String body = new String(Shop.body(0), StandardCharsets.UTF_8)
                .replace("O-0", "O-' || i || '")
                .replace("ps_0", "ps_' || i || '");
        String digest = "'" + prefix + "-' || i";
        shop.execute(
                "INSERT INTO paycrypt_webhook_inbox (inbox, digest, token, lane, attempts, api_key, event_type, order_id,"
                        + " session_id, payload, due_at, expires_at, received_at, handled_at, state) SELECT 'default', "
                        + digest
                        + ", NULL, " + digest + ", 0, 'pk_1', 'payment.succeeded', 'O-' || i, 'ps_' || i, convert_to('"
                        + body
                        + "', 'UTF8'), 0, 0, 0, " + state + " FROM generate_series(1, " + many + ") i");
    }

    @Override
    public void startWorkers() {
        workers = inbox.start(handler);
    }

    @Override
    public void deliver(int number) {
        SignedWebhook delivery = shop.signed(number);
        int status = receiver.receive("POST", delivery.headers()::get, delivery.body())
                .status();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }
}
