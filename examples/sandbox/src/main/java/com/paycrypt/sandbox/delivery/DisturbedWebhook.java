package com.paycrypt.sandbox.delivery;

import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is sent of an event: signed as it should be, unless a fault says otherwise. */
final class DisturbedWebhook {
    private static final Duration TOO_OLD = Duration.ofMinutes(10);

    private final Instant signedAt;
    private final Map<String, String> headers;
    private final byte[] body;

    DisturbedWebhook(ApiKey key, Instant now, String event, Optional<Fault> fault) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Fault what = fault.orElse(Fault.TWICE);
        this.signedAt = what == Fault.STALE ? now.minus(TOO_OLD) : now;
        ApiKey signer = what == Fault.WRONG_SECRET ? new ApiKey(key.key(), key.secret() + "-another") : key;
        this.headers = WebhookHeaders.signed(signer, signedAt, bytes);
        if (what == Fault.UNSIGNED) {
            headers.remove(Headers.SIGNATURE);
        }
        if (what == Fault.UNKNOWN_KEY) {
            headers.put(Headers.KEY, "key-that-does-not-exist");
        }
        this.body = what == Fault.TAMPERED ? tampered(bytes) : bytes;
    }

    Instant signedAt() {
        return signedAt;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** The first digit becomes another, so that the JSON stays JSON and says something else. */
    private static byte[] tampered(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] >= '0' && changed[i] <= '9') {
                changed[i] = (byte) (changed[i] == '9' ? '1' : changed[i] + 1);
                return changed;
            }
        }
        changed[0]++;
        return changed;
    }
}
