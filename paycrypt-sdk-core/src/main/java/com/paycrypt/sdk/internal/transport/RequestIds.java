package com.paycrypt.sdk.internal.transport;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that tell calls apart; nobody gains from guessing them. */
final class RequestIds {
    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
