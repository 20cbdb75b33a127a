package com.paycrypt.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of the API guide, section Security headers: hex SHA-256 HMAC of {@code <ts>.<raw_body>}.
 *
 * <p>Stateless and thread-safe.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{64}");

    private Signature() {}

    /**
     * Signs a message.
     *
     * @param secret the secret, taken as it stands
     * @param timestamp the text of the timestamp header
     * @param body the raw bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String secret, String timestamp, byte[] body) {
        return HexFormat.of().formatHex(digest(secret, timestamp, body));
    }

    /**
     * Whether a signature is right; compared in constant time over bytes.
     *
     * @param signature the text of the signature header
     * @param secret the secret
     * @param timestamp the text of the timestamp header
     * @param body the raw bytes
     * @return true if it is; false for every spelling but 64 lower-case hexadecimal digits
     */
    public static boolean matches(String signature, String secret, String timestamp, byte[] body) {
        return WELL_FORMED.matcher(signature).matches()
                && MessageDigest.isEqual(HexFormat.of().parseHex(signature), digest(secret, timestamp, body));
    }

    private static byte[] digest(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
