package com.paycrypt.sdk.webhook;

import java.util.List;
import java.util.Map;

/** A delivery as it travels. */
public final class SignedWebhook {
    private SignedWebhook() {}

    public Map<String, List<String>> headers() {
        throw new UnsupportedOperationException();
    }

    public byte[] body() {
        throw new UnsupportedOperationException();
    }
}
