package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people put before the body by mistake, in place of the timestamp and a point. */
enum PrefixMistake {
    NOTHING("the body was signed alone: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of("");
        }
    },
    NO_POINT("the point between timestamp and body was left out: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp);
        }
    },
    COLON("a colon was put between timestamp and body: it must be a point") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp + ':');
        }
    },
    LINE_END("a line end was put between timestamp and body: it must be a point, and nothing else") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return Stream.of(timestamp + '\n');
        }
    },
    MILLISECONDS("the time was signed in milliseconds and sent in seconds: take it once, in seconds, for both") {
        @Override
        Stream<String> prefixes(String timestamp) {
            return IntStream.range(0, 1000).mapToObj(millis -> timestamp + String.format(Locale.ROOT, "%03d.", millis));
        }
    };

    private final String cause;

    PrefixMistake(String cause) {
        this.cause = cause;
    }

    /** What may have been signed before the body. */
    abstract Stream<String> prefixes(String timestamp);

    /** The first mistake that gives the signature, in plain words. */
    static Optional<String> find(HmacSha256 hmac, String timestamp, byte[] body, String signature) {
        for (PrefixMistake mistake : values()) {
            if (mistake.prefixes(timestamp)
                    .limit(affordable(body))
                    .anyMatch(prefix -> isSigned(hmac, prefix, body, signature))) {
                return Optional.of(mistake.cause);
            }
        }
        return Optional.empty();
    }

    /** All thousand milliseconds of a second take some 50 ms with the largest of these bodies. */
    private static long affordable(byte[] body) {
        return body.length <= 64 << 10 ? Long.MAX_VALUE : 1;
    }

    private static boolean isSigned(HmacSha256 hmac, String text, byte[] body, String signature) {
        byte[] prefix = text.getBytes(StandardCharsets.UTF_8);
        byte[] scratch = Arrays.copyOf(prefix, Math.max(HmacSha256.LENGTH, prefix.length));
        hmac.sign(scratch, prefix.length, body);
        return Hex.encodes(signature, scratch);
    }
}
