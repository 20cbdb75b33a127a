package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do to a secret before they sign with it, by mistake. */
enum SecretMistake {
    LINE_END("the secret was signed with a line end behind it: the sender reads it from a file; strip it there") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(secret + '\n');
        }
    },
    WINDOWS_LINE_END("the secret was signed with a Windows line end behind it: strip it where the sender reads it") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(secret + "\r\n");
        }
    },
    BLANK("the secret was signed with a blank beside it: strip it where the sender reads it") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(secret + ' ', ' ' + secret);
        }
    },
    QUOTED("the secret was signed with its quotes: take them out of the sender's settings") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8('"' + secret + '"', '\'' + secret + '\'');
        }
    },
    HELD_WITH_MORE(
            "the secret in the settings here has quotes or a written-out \\n around it that are no part of it: take them"
                    + " out; docker --env-file, for one, keeps quotes") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            String bare = secret.replaceFirst("(\\\\[rn])+$", "");
            return utf8(bare, bare.replaceAll("^[\"']|[\"']$", ""));
        }
    },
    HEX_DECODED("the secret was decoded from hexadecimal digits before signing: its text is the secret, as UTF-8") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return Stream.of(HexFormat.of().parseHex(secret));
        }
    },
    BASE64_DECODED("the secret was decoded from base64 before signing: its text is the secret, as UTF-8") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return Stream.of(Base64.getDecoder().decode(secret));
        }
    },
    OTHER_CASE("the secret was signed in another case: copy it exactly as PayCrypt shows it") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(secret.toUpperCase(Locale.ROOT), secret.toLowerCase(Locale.ROOT));
        }
    },
    KEY_AS_SECRET("the API key was used as the secret: the two settings are mixed up") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(key);
        }
    };

    private final String cause;

    SecretMistake(String cause) {
        this.cause = cause;
    }

    /** The bytes that may have been signed with; IllegalArgumentException where the mistake cannot be made with this secret. */
    abstract Stream<byte[]> applied(String key, String secret);

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
            byte[] right = secret.getBytes(StandardCharsets.UTF_8);
            return applied(key, secret)
                    .filter(bytes -> !Arrays.equals(bytes, right))
                    .anyMatch(bytes -> isSignedWith(bytes, timestamp, body, signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSignedWith(byte[] secret, String timestamp, byte[] body, String signature) {
        byte[] scratch = Prefix.scratch(timestamp);
        HmacSha256.withKey(secret).sign(scratch, Prefix.write(timestamp, scratch), body);
        return Hex.encodes(signature, scratch);
    }

    private static Stream<byte[]> utf8(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
