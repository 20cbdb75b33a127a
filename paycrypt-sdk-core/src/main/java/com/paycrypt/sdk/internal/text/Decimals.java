package com.paycrypt.sdk.internal.text;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for decimal numbers: ASCII digits (BigDecimal itself takes those of every script), at most 100 of them on
 * either side of the point, and never by way of a {@code double}.
 */
public final class Decimals {
    /** Beyond every amount of money; without a bound, a short number with an exponent could fill the memory. */
    public static final int MAX_PLACES = 100;

    private static final int MAX_EXPONENT_DIGITS = 3;
    private static final int MAX_CHARACTERS = 2 * MAX_PLACES + "-.e+".length() + MAX_EXPONENT_DIGITS;

    private Decimals() {}

    /** Parses a number as JSON spells it, in quotes or not: a minus sign and an exponent are allowed. */
    public static Optional<BigDecimal> parse(@Nullable String text) {
        if (text == null || text.length() > MAX_CHARACTERS || !isNumber(text)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text)).filter(Decimals::isBounded);
    }

    /** Returns whether a text is digits with at most one point between them, such as {@code 49.00}. */
    public static boolean isPlain(String text) {
        return isPlain(text, 0, text.length());
    }

    /** Returns whether a number has at most {@link #MAX_PLACES} digits before and after its point. */
    public static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_PLACES
                && (number.signum() == 0 || (long) number.precision() - number.scale() <= MAX_PLACES);
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        return exponent < 0
                ? isPlain(text, start, text.length())
                : isPlain(text, start, exponent) && isExponent(text, exponent + 1);
    }

    private static boolean isPlain(String text, int start, int end) {
        int point = text.indexOf('.');
        boolean isWhole = point < 0 || point >= end;
        return isWhole ? isDigits(text, start, end) : isDigits(text, start, point) && isDigits(text, point + 1, end);
    }

    private static boolean isExponent(String text, int start) {
        boolean isSigned = text.startsWith("+", start) || text.startsWith("-", start);
        int digits = isSigned ? start + 1 : start;
        return text.length() - digits <= MAX_EXPONENT_DIGITS && isDigits(text, digits, text.length());
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
