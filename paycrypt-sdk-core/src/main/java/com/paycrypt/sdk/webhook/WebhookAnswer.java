package com.paycrypt.sdk.webhook;

import java.util.Map;

/** What to answer the sender. */
public final class WebhookAnswer {
    private WebhookAnswer() {}

    public int status() {
        throw new UnsupportedOperationException();
    }

    public Map<String, String> headers() {
        throw new UnsupportedOperationException();
    }

    public byte[] body() {
        throw new UnsupportedOperationException();
    }
}
