package com.paycrypt.sdk.auth;

import java.nio.charset.StandardCharsets;

/** What is signed before the body: the timestamp's text and a point, written into an array that is there anyway. */
final class Prefix {
    private Prefix() {}

    /** An array for the timestamp, and for the signature afterwards. */
    static byte[] scratch(String timestamp) {
        return new byte[Math.max(HmacSha256.LENGTH, 3 * timestamp.length() + 1)];
    }

    /** Returns the length of the prefix. */
    static int write(String timestamp, byte[] scratch) {
        int length = timestamp.length();
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = timestamp.charAt(i);
            scratch[i] = (byte) c;
            all |= c;
        }
        if (all >= 0x80) {
            length = writeUtf8(timestamp, scratch);
        }
        scratch[length] = '.';
        return length + 1;
    }

    /** No genuine timestamp comes here, and none that does may be taken for another. */
    private static int writeUtf8(String timestamp, byte[] scratch) {
        byte[] bytes = timestamp.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, scratch, 0, bytes.length);
        return bytes.length;
    }

    /** Writes the digits from the last to the first. */
    static int write(long timestamp, byte[] scratch) {
        int length = digits(timestamp);
        long rest = timestamp;
        for (int i = length - 1; i >= 0; i--) {
            scratch[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        scratch[length] = '.';
        return length + 1;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
