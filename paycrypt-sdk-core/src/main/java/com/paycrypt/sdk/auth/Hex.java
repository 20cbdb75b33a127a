package com.paycrypt.sdk.auth;

import java.util.HexFormat;

/** Lower-case hexadecimal digits, the one spelling of a signature. */
final class Hex {
    private Hex() {}

    static String lowerCase(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether the text is exactly the lower-case digits of the bytes; the time taken does not depend on where they differ. */
    static boolean encodes(String text, byte[] bytes) {
        if (text.length() != 2 * bytes.length) {
            return false;
        }
        int differences = 0;
        for (int i = 0; i < bytes.length; i++) {
            differences |= text.charAt(2 * i) ^ digit(bytes[i] >> 4);
            differences |= text.charAt(2 * i + 1) ^ digit(bytes[i]);
        }
        return differences == 0;
    }

    private static char digit(int nibble) {
        return HexFormat.of().toLowHexDigit(nibble);
    }
}
