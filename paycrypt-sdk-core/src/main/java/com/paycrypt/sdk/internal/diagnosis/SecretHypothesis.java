package com.paycrypt.sdk.internal.diagnosis;

import com.paycrypt.sdk.internal.sign.HmacSha256;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What senders do to a secret by mistake before they sign with it. */
enum SecretHypothesis {
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
    BLANK("the secret was signed with a space beside it: strip it where the sender reads it") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8(secret + ' ', ' ' + secret);
        }
    },
    QUOTED("the secret was signed with its quotes: remove them from the sender's settings") {
        @Override
        Stream<byte[]> applied(String key, String secret) {
            return utf8('"' + secret + '"', '\'' + secret + '\'');
        }
    },
    HELD_WITH_MORE(
            "the secret in the settings here has quotes or a literal \\n around it that do not belong to it: remove"
                    + " them; docker --env-file, for one, keeps quotes") {
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

    SecretHypothesis(String cause) {
        this.cause = cause;
    }

    /** Returns the bytes that may have signed; throws IllegalArgumentException if this secret does not allow the mistake. */
    abstract Stream<byte[]> applied(String key, String secret);

    /** Returns the first mistake that gives the signature, in plain words. */
    static Optional<String> find(String key, String secret, String timestamp, byte[] body, String signature) {
        for (SecretHypothesis hypothesis : values()) {
            if (hypothesis.gives(key, secret, timestamp, body, signature)) {
                return Optional.of(hypothesis.cause);
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
        return Signatures.isSigned(HmacSha256.withKey(secret), Signatures.prefix(timestamp), body, signature);
    }

    private static Stream<byte[]> utf8(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
