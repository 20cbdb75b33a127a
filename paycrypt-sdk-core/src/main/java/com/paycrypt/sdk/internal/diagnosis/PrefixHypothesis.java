package com.paycrypt.sdk.internal.diagnosis;

import com.paycrypt.sdk.internal.sign.HmacSha256;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What senders sign before the body by mistake, in place of the timestamp and a point. */
enum PrefixHypothesis {
    NOTHING("the body was signed alone: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of("");
        }
    },
    NO_POINT(
            "the point between timestamp and body is missing from what was signed: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp);
        }
    },
    COLON("a colon stands between timestamp and body in what was signed: it must be a point") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp + ':');
        }
    },
    LINE_END("a line end stands between timestamp and body in what was signed: it must be a point, and nothing else") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp + '\n');
        }
    },
    MILLISECONDS(
            "the time was signed in milliseconds and sent in seconds: read the clock once, in seconds, and use it for both") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return IntStream.range(0, 1000).mapToObj(millis -> timestamp + String.format(Locale.ROOT, "%03d.", millis));
        }
    };

    private final String cause;

    PrefixHypothesis(String cause) {
        this.cause = cause;
    }

    /** What may have been signed before the body. */
    abstract Stream<String> prefixes(String timestamp);

    /** Returns the first mistake that gives the signature, in plain words. */
    static Optional<String> find(HmacSha256 hmac, String timestamp, byte[] body, String signature) {
        for (PrefixHypothesis hypothesis : values()) {
            if (hypothesis
                    .prefixes(timestamp)
                    .limit(affordable(body))
                    .anyMatch(prefix -> isSigned(hmac, prefix, body, signature))) {
                return Optional.of(hypothesis.cause);
            }
        }
        return Optional.empty();
    }

    /** All thousand milliseconds of a second take some 50 ms with the largest of these bodies. */
    private static long affordable(byte[] body) {
        return body.length <= 64 << 10 ? Long.MAX_VALUE : 1;
    }

    private static boolean isSigned(HmacSha256 hmac, String prefix, byte[] body, String signature) {
        return Signatures.isSigned(hmac, prefix.getBytes(StandardCharsets.UTF_8), body, signature);
    }
}
