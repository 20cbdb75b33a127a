package com.paycrypt.sdk.webhook;

import javax.sql.DataSource;

/** A replay guard on the shop's own database that stores a delivery before it is answered. */
public final class WebhookInbox implements ReplayGuard {
    private WebhookInbox() {}

    /**
     * An inbox in a database.
     *
     * @param dataSource the shop's database
     * @return the inbox
     */
    public static WebhookInbox jdbc(DataSource dataSource) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Claim claim(Ticket ticket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean confirm(Ticket ticket, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean release(Ticket ticket, String token, Throwable cause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean storesDeliveries() {
        return true;
    }
}
