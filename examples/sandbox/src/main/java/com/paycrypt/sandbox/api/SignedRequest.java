package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.api.Refusal.Reason;
import com.paycrypt.sandbox.http.BodyTooLongException;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import com.paycrypt.sandbox.wire.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * The guide's checks in the guide's order: key, timestamp, signature. What can be refused by the headers alone is
 * refused before a byte of the body is read.
 */
final class SignedRequest {
    static final int LONGEST_BODY = 256 * 1024;

    private final Clock clock;
    private final List<ApiKey> keys;

    SignedRequest(Clock clock, List<ApiKey> keys) {
        this.clock = clock;
        this.keys = List.copyOf(keys);
    }

    /** The raw body of a request whose signature is right. */
    byte[] verify(Request request) throws RefusedException, IOException {
        ApiKey key = knownKey(single(request, Headers.KEY));
        String timestamp = freshTimestamp(single(request, Headers.TIMESTAMP));
        String signature = single(request, Headers.SIGNATURE);
        byte[] body = body(request);
        if (!Signature.matches(signature, key.secret(), timestamp, body)) {
            throw RefusedException.of(Reason.BAD_SIGNATURE);
        }
        return body;
    }

    private static String single(Request request, String header) throws RefusedException {
        List<String> values = request.headers(header);
        if (values.size() > 1) {
            throw RefusedException.of(Reason.DUPLICATE_HEADER);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private ApiKey knownKey(String key) throws RefusedException {
        return keys.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(Reason.UNKNOWN_KEY));
    }

    private String freshTimestamp(String timestamp) throws RefusedException {
        OptionalLong seconds = Timestamps.parse(timestamp);
        if (seconds.isEmpty()) {
            throw RefusedException.of(Reason.BAD_TIMESTAMP);
        }
        if (!Timestamps.inWindow(seconds.getAsLong(), clock.instant())) {
            throw RefusedException.of(Reason.STALE);
        }
        return timestamp;
    }

    private static byte[] body(Request request) throws RefusedException, IOException {
        try {
            return request.body(LONGEST_BODY);
        } catch (BodyTooLongException e) {
            throw RefusedException.of(Reason.BODY_TOO_LONG);
        }
    }
}
