package com.paycrypt.sdk.money;

import java.math.BigDecimal;

/** The one way amounts are written as text: ASCII digits with at most one point. */
final class PlainDecimal {
    private static final int MOST_CHARACTERS = 60;

    private PlainDecimal() {}

    static final String WANTED =
            "amount is not a plain decimal such as 49.00 (digits with at most one point, no sign, exponent, comma or blank)";

    static BigDecimal parse(String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException(WANTED);
        }
        return new BigDecimal(text);
    }

    static boolean isPlain(String text) {
        int point = text.indexOf('.');
        return text.length() <= MOST_CHARACTERS
                && (point < 0
                        ? digits(text, 0, text.length())
                        : digits(text, 0, point) && digits(text, point + 1, text.length()));
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
