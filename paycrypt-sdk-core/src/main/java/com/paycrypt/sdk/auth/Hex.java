package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Lower-case hexadecimal digits, the one spelling of a signature. */
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Hex() {}

    static String lowerCase(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Whether the text is exactly the digits of the signature's bytes. All differences are gathered before the answer,
     * so that the time taken does not tell where they are.
     */
    static boolean encodes(String text, byte[] signature) {
        if (text.length() != 2 * HmacSha256.LENGTH) {
            return false;
        }
        int differences = 0;
        for (int i = 0; i < HmacSha256.LENGTH; i++) {
            differences |= text.charAt(2 * i) ^ DIGITS[signature[i] >> 4 & 0xF];
            differences |= text.charAt(2 * i + 1) ^ DIGITS[signature[i] & 0xF];
        }
        return differences == 0;
    }
}
