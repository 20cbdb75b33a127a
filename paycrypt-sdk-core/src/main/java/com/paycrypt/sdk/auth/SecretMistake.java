package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What people do to a secret before they sign with it, by mistake. */
enum SecretMistake {
    LINE_END("the secret was signed with a line end behind it: the sender reads it from a file; strip it there") {
        @Override
        byte[] applied(String key, String secret) {
            return utf8(secret + '\n');
        }
    },
    WINDOWS_LINE_END("the secret was signed with a Windows line end behind it: strip it where the sender reads it") {
        @Override
        byte[] applied(String key, String secret) {
            return utf8(secret + "\r\n");
        }
    },
    BLANK("the secret was signed with a blank behind it: strip it where the sender reads it") {
        @Override
        byte[] applied(String key, String secret) {
            return utf8(secret + ' ');
        }
    },
    QUOTED("the secret was signed with its quotes: take them out of the sender's settings") {
        @Override
        byte[] applied(String key, String secret) {
            return utf8('"' + secret + '"');
        }
    },
    HEX_DECODED("the secret was decoded from hexadecimal digits before signing: its text is the secret, as UTF-8") {
        @Override
        byte[] applied(String key, String secret) {
            return HexFormat.of().parseHex(secret);
        }
    },
    BASE64_DECODED("the secret was decoded from base64 before signing: its text is the secret, as UTF-8") {
        @Override
        byte[] applied(String key, String secret) {
            return Base64.getDecoder().decode(secret);
        }
    },
    OTHER_CASE("the secret was signed in another case: copy it exactly as PayCrypt shows it") {
        @Override
        byte[] applied(String key, String secret) {
            String upper = secret.toUpperCase(Locale.ROOT);
            return utf8(upper.equals(secret) ? secret.toLowerCase(Locale.ROOT) : upper);
        }
    },
    KEY_AS_SECRET("the API key was used as the secret: the two settings are mixed up") {
        @Override
        byte[] applied(String key, String secret) {
            return utf8(key);
        }
    };

    private final String cause;

    SecretMistake(String cause) {
        this.cause = cause;
    }

    /** The bytes that were signed with; IllegalArgumentException where the mistake cannot be made with this secret. */
    abstract byte[] applied(String key, String secret);

    /** The first mistake that gives the signature, in plain words. */
    static Optional<String> find(String key, String secret, String timestamp, byte[] body, String signature) {
        for (SecretMistake mistake : values()) {
            if (mistake.gives(key, secret, timestamp, body, signature)) {
                return Optional.of(mistake.cause);
            }
        }
        return Optional.empty();
    }

    private boolean gives(String key, String secret, String timestamp, byte[] body, String signature) {
        try {
            byte[] scratch = Prefix.scratch(timestamp);
            HmacSha256.withKey(applied(key, secret)).sign(scratch, Prefix.write(timestamp, scratch), body);
            return Hex.encodes(signature, scratch);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
