package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import java.util.List;
import java.util.Map;

/**
 * A signed delivery: its headers and its body.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class SignedWebhook {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    SignedWebhook(Map<String, List<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns the headers to send: the three of the signature, and {@code Content-Type}.
     *
     * @return one value by canonical name, unmodifiable
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Returns the body to send.
     *
     * @return a copy of the bytes that were signed
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Names the key, never the signature or the body.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "SignedWebhook[key=" + headers.get(SignatureHeaders.KEY) + ", " + body.length + " bytes]";
    }
}
