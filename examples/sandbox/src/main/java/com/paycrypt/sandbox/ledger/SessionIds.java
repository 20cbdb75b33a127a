package com.paycrypt.sandbox.ledger;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Ids of the guide's shape, such as {@code ps_abcd1234ef56}; who knows one can open its checkout. */
final class SessionIds {
    private final RandomGenerator random;
    private long count;

    SessionIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        count++;
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return "ps_" + HexFormat.of().formatHex(bytes);
    }

    long count() {
        return count;
    }
}
