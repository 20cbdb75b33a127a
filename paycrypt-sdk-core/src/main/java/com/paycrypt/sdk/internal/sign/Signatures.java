package com.paycrypt.sdk.internal.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Signs {@code <timestamp>.<body>} and verifies such signatures (PayCrypt API guide, Security headers). */
public final class Signatures {
    private static final int DIGITS = 2 * HmacSha256.LENGTH;

    private Signatures() {}

    /** Returns the signature of a message in its one spelling: 64 lower-case hexadecimal digits. */
    public static String sign(SigningKey key, String timestamp, byte[] body) {
        return HexFormat.of().formatHex(key.hmac.sign(prefix(timestamp), body));
    }

    /** Whether the signature is that of the timestamp and the body, compared in constant time. */
    public static boolean isSigned(SigningKey key, String timestamp, byte[] body, String signature) {
        return isWellFormed(signature) && isSigned(key, timestamp, body, decode(signature));
    }

    /** The same for a signature that is decoded already, since it may be compared with that of several keys. */
    public static boolean isSigned(SigningKey key, String timestamp, byte[] body, byte[] signature) {
        return MessageDigest.isEqual(key.hmac.sign(prefix(timestamp), body), signature);
    }

    /** The same for a prefix of any content and a key of any bytes: diagnosis tries what senders may have signed. */
    public static boolean isSigned(HmacSha256 hmac, byte[] prefix, byte[] body, String signature) {
        return isWellFormed(signature)
                && MessageDigest.isEqual(hmac.sign(prefix, body), HexFormat.of().parseHex(signature));
    }

    /** Whether a signature has its one spelling; {@link HexFormat} would also accept upper case and the empty text. */
    public static boolean isWellFormed(String signature) {
        for (int i = 0; i < signature.length(); i++) {
            char c = signature.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return signature.length() == DIGITS;
    }

    /** Returns the bytes of a well-formed signature. */
    public static byte[] decode(String signature) {
        return HexFormat.of().parseHex(signature);
    }

    /** What is signed before the body: the timestamp's text and a point. */
    public static byte[] prefix(String timestamp) {
        byte[] prefix = new byte[timestamp.length() + 1];
        for (int i = 0; i < timestamp.length(); i++) {
            char c = timestamp.charAt(i);
            if (c >= 0x80) {
                return (timestamp + '.').getBytes(StandardCharsets.UTF_8);
            }
            prefix[i] = (byte) c;
        }
        prefix[timestamp.length()] = '.';
        return prefix;
    }

    /** Returns the secret, for the diagnosis of signatures that do not match. */
    public static String secret(SigningKey key) {
        return key.secret;
    }

    /** Returns the key's HMAC, for the diagnosis of signatures that do not match. */
    public static HmacSha256 hmac(SigningKey key) {
        return key.hmac;
    }
}
