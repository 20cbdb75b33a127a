package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Lower-case hexadecimal digits, the one spelling of a signature. */
final class Hex {
    /** How many spell a signature. */
    static final int DIGITS = 2 * HmacSha256.LENGTH;

    /** The two digits of each byte. */
    private static final int[] PAIRS = pairs();

    private Hex() {}

    /**
     * The digits of the signature that a scratch begins with. They are written over it, from the last to the first: so
     * none covers a byte that is still to be read, and no other array is needed.
     */
    static String spelled(byte[] scratch) {
        for (int i = HmacSha256.LENGTH - 1; i >= 0; i--) {
            int pair = PAIRS[scratch[i] & 0xFF];
            scratch[2 * i] = (byte) (pair >> Character.SIZE);
            scratch[2 * i + 1] = (byte) pair;
        }
        return new String(scratch, 0, DIGITS, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether the text is exactly the digits of the signature's bytes. All differences are gathered before the answer,
     * so that the time taken does not tell where they are.
     */
    static boolean encodes(String text, byte[] signature) {
        if (text.length() != DIGITS) {
            return false;
        }
        int differences = 0;
        for (int i = 0; i < HmacSha256.LENGTH; i += 2) {
            differences |= difference(text, i, signature) | difference(text, i + 1, signature);
        }
        return differences == 0;
    }

    private static int difference(String text, int i, byte[] signature) {
        return pair(text.charAt(2 * i), text.charAt(2 * i + 1)) ^ PAIRS[signature[i] & 0xFF];
    }

    private static int[] pairs() {
        int[] pairs = new int[1 << Byte.SIZE];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair(digit(i >> 4), digit(i));
        }
        return pairs;
    }

    /** Whole characters side by side, so that no other two give the same. */
    private static int pair(char first, char second) {
        return first << Character.SIZE | second;
    }

    private static char digit(int nibble) {
        return HexFormat.of().toLowHexDigit(nibble);
    }
}
