package com.paycrypt.sandbox.api;

import com.paycrypt.sandbox.api.Rejection.Reason;
import com.paycrypt.sandbox.http.BodyTooLongException;
import com.paycrypt.sandbox.http.Request;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Headers;
import com.paycrypt.sandbox.wire.Signature;
import com.paycrypt.sandbox.wire.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The guide's checks in the guide's order: key, timestamp, signature. What can be rejected by the headers alone is
 * rejected before a byte of the body is read.
 */
final class SignedRequest {
    static final int MAX_BODY = 2_621_440;

    private final Clock clock;
    private final List<ApiKey> keys;

    SignedRequest(Clock clock, List<ApiKey> keys) {
        this.clock = clock;
        this.keys = List.copyOf(keys);
    }

    /** Returns the raw body of a request whose signature is right. */
    byte[] verify(Request request, Dialect dialect) throws RejectedException, IOException {
        if (dialect.isSeenRunning()) {
            checkThere(request::headers);
        }
        return verify(request::headers, () -> body(request));
    }

    /** Running servers look at the key, then whether the other headers are there at all. */
    private void checkThere(Function<String, List<String>> headers) throws RejectedException {
        knownKeys(single(headers, Headers.KEY));
        if (single(headers, Headers.TIMESTAMP).isEmpty()
                || single(headers, Headers.SIGNATURE).isEmpty()) {
            throw RejectedException.of(Reason.MISSING_HEADER);
        }
    }

    byte[] verify(Function<String, List<String>> headers, Body source) throws RejectedException, IOException {
        List<ApiKey> accepted = knownKeys(single(headers, Headers.KEY));
        String timestamp = freshTimestamp(single(headers, Headers.TIMESTAMP));
        String signature = single(headers, Headers.SIGNATURE);
        byte[] body = source.read();
        if (accepted.stream().noneMatch(key -> Signature.matches(signature, key.secret(), timestamp, body))) {
            throw RejectedException.of(Reason.BAD_SIGNATURE);
        }
        return body;
    }

    private static String single(Function<String, List<String>> headers, String name) throws RejectedException {
        List<String> values = headers.apply(name);
        if (values.size() > 1) {
            throw RejectedException.of(Reason.DUPLICATE_HEADER);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    /** More than one while a secret is being replaced. */
    private List<ApiKey> knownKeys(String name) throws RejectedException {
        if (name.isEmpty()) {
            throw RejectedException.of(Reason.MISSING_KEY);
        }
        List<ApiKey> known = keys.stream().filter(key -> key.key().equals(name)).toList();
        if (known.isEmpty()) {
            throw RejectedException.of(Reason.UNKNOWN_KEY);
        }
        return known;
    }

    private String freshTimestamp(String timestamp) throws RejectedException {
        OptionalLong seconds = Timestamps.parse(timestamp);
        if (seconds.isEmpty()) {
            throw RejectedException.of(Reason.BAD_TIMESTAMP);
        }
        if (!Timestamps.inWindow(seconds.getAsLong(), clock.instant())) {
            throw RejectedException.of(Reason.STALE);
        }
        return timestamp;
    }

    private static byte[] body(Request request) throws RejectedException, IOException {
        try {
            return request.body(MAX_BODY);
        } catch (BodyTooLongException e) {
            throw RejectedException.of(Reason.BODY_TOO_LONG);
        }
    }

    /** Where the raw body comes from, once the headers are in order. */
    @FunctionalInterface
    interface Body {
        byte[] read() throws RejectedException, IOException;
    }
}
