package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of a webhook. */
public final class WebhookHeaders {
    private WebhookHeaders() {}

    /**
     * Signs a body.
     *
     * @param signer the key and secret
     * @param at the moment of signing
     * @param body the raw bytes
     * @return the headers to send, in their order; the caller may change them
     */
    public static Map<String, String> signed(ApiKey signer, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "PayCrypt-Sandbox");
        headers.put(Headers.KEY, signer.key());
        headers.put(Headers.TIMESTAMP, timestamp);
        headers.put(Headers.SIGNATURE, Signature.of(signer.secret(), timestamp, body));
        return headers;
    }
}
