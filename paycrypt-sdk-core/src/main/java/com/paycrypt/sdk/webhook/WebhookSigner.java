package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Clock;

/** Signs deliveries, for tests. */
public final class WebhookSigner {
    private WebhookSigner() {}

    public static WebhookSigner of(Credentials credentials) {
        throw new UnsupportedOperationException();
    }

    public static WebhookSigner of(Credentials credentials, Clock clock) {
        throw new UnsupportedOperationException();
    }

    public SignedWebhook sign(byte[] body) {
        throw new UnsupportedOperationException();
    }
}
