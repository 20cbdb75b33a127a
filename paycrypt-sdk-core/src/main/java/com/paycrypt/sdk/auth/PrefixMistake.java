package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What people put before the body by mistake, in place of the timestamp and a point. */
enum PrefixMistake {
    NOTHING("the body was signed alone: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        String prefix(String timestamp) {
            return "";
        }
    },
    NO_POINT("the point between timestamp and body was left out: what is signed is `<timestamp>.<body>`, in bytes") {
        @Override
        String prefix(String timestamp) {
            return timestamp;
        }
    },
    COLON("a colon was put between timestamp and body: it must be a point") {
        @Override
        String prefix(String timestamp) {
            return timestamp + ':';
        }
    },
    LINE_END("a line end was put between timestamp and body: it must be a point, and nothing else") {
        @Override
        String prefix(String timestamp) {
            return timestamp + '\n';
        }
    },
    MILLISECONDS("the time was signed in milliseconds and sent in seconds: take it once, in seconds, for both") {
        @Override
        String prefix(String timestamp) {
            return timestamp + "000.";
        }
    };

    private final String cause;

    PrefixMistake(String cause) {
        this.cause = cause;
    }

    abstract String prefix(String timestamp);

    /** The first mistake that gives the signature, in plain words. */
    static Optional<String> find(HmacSha256 hmac, String timestamp, byte[] body, String signature) {
        for (PrefixMistake mistake : values()) {
            byte[] prefix = mistake.prefix(timestamp).getBytes(StandardCharsets.UTF_8);
            byte[] scratch = new byte[Math.max(HmacSha256.LENGTH, prefix.length)];
            System.arraycopy(prefix, 0, scratch, 0, prefix.length);
            hmac.sign(scratch, prefix.length, body);
            if (Hex.encodes(signature, scratch)) {
                return Optional.of(mistake.cause);
            }
        }
        return Optional.empty();
    }
}
