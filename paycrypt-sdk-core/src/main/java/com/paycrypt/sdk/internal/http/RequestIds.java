package com.paycrypt.sdk.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that tell calls apart, 32 hexadecimal digits; nobody gains from guessing them. */
final class RequestIds {
    private static final String DIGITS = "0123456789abcdef";
    private static final int HALF = 16;

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] id = new byte[2 * HALF];
        write(random.nextLong(), id, 0);
        write(random.nextLong(), id, HALF);
        return new String(id, StandardCharsets.ISO_8859_1);
    }

    private static void write(long bits, byte[] id, int from) {
        for (int i = 0; i < HALF; i++) {
            id[from + i] = (byte) DIGITS.charAt((int) (bits >>> (4 * i)) & 0xF);
        }
    }
}
