package com.paycrypt.sdk.webhook;

import java.util.Optional;

/** One delivery between verification and its outcome: for filters and frameworks that run the merchant's code themselves. */
public final class WebhookDelivery {
    private WebhookDelivery() {}

    /** Present where nothing is to be handled: refused, a copy of one taken, or the replay store is down. Send it and stop. */
    public Optional<WebhookAnswer> answer() {
        throw new UnsupportedOperationException();
    }

    /** The verified event; IllegalStateException where there is an answer already. */
    public WebhookEvent event() {
        throw new UnsupportedOperationException();
    }

    /** The merchant's code took the event: confirms the claim. */
    public WebhookAnswer succeeded() {
        throw new UnsupportedOperationException();
    }

    /** The merchant's code failed: releases the claim, logs the loss. */
    public WebhookAnswer failed(Throwable cause) {
        throw new UnsupportedOperationException();
    }
}
