package com.paycrypt.sdk.internal.json;

/**
 * Escapes of half a surrogate pair, such as the escape of U+D800 alone, which come from text that was cut inside a character. RFC 8259,
 * section 8.2, leaves open what they mean; Jackson rejects them in member names, and a payment must not be lost for that.
 */
final class LoneSurrogates {
    private static final byte[] REPLACEMENT = {'f', 'f', 'f', 'd'};
    private static final int ESCAPE = 6;

    private final byte[] json;
    private boolean found;

    private LoneSurrogates(byte[] json) {
        this.json = json;
    }

    /** Replaces each by the escape of U+FFFD, which is as long, so that nothing moves; returns whether there was any. */
    static boolean replace(byte[] json) {
        LoneSurrogates surrogates = new LoneSurrogates(json);
        int i = 0;
        while (i < json.length) {
            i = json[i] == '\\' ? surrogates.escape(i) : i + 1;
        }
        return surrogates.found;
    }

    /** Returns where the text goes on after the escape that begins here, or after a pair of them. */
    private int escape(int at) {
        char escaped = unit(at);
        if (Character.isHighSurrogate(escaped) && Character.isLowSurrogate(unit(at + ESCAPE))) {
            return at + 2 * ESCAPE;
        }
        if (Character.isSurrogate(escaped)) {
            System.arraycopy(REPLACEMENT, 0, json, at + 2, REPLACEMENT.length);
            found = true;
        }
        return at + 2;
    }

    /** The UTF-16 unit of a {@code u} escape that begins here, or 0 if there is none. */
    private char unit(int at) {
        if (at + ESCAPE > json.length || json[at] != '\\' || json[at + 1] != 'u') {
            return 0;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return 0;
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
