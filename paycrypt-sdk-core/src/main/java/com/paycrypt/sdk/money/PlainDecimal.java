package com.paycrypt.sdk.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The one way amounts are written as text: ASCII digits with at most one point. */
final class PlainDecimal {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?");

    private PlainDecimal() {}

    static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "amount is not a plain decimal such as 49.00 (digits with at most one point, no sign, exponent, comma or blank)");
        }
        return new BigDecimal(text);
    }
}
