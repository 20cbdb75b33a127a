package com.paycrypt.sdk.webhook;

import javax.sql.DataSource;

/** A replay guard on the shop's own database that stores a delivery before it is answered. */
public final class WebhookInbox implements ReplayGuard {
    private WebhookInbox() {}

    public static WebhookInbox jdbc(DataSource dataSource) {
        throw new UnsupportedOperationException();
    }
}
