package com.paycrypt.sandbox.session;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of the guide's shape, such as {@code ps_abcd1234ef56}; who knows one can open its checkout. */
final class SessionIds {
    private final SecureRandom random = new SecureRandom();
    private long count;

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
