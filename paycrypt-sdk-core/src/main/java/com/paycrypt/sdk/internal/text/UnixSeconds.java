package com.paycrypt.sdk.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times in unix seconds: one strict spelling in the timestamp header, numbers and text in JSON. */
public final class UnixSeconds {
    private static final BigDecimal MAX = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    /** Enough until the year 33658, and far from where a difference of two numbers could overflow. */
    private static final int MAX_DIGITS = 12;

    private UnixSeconds() {}

    /**
     * Parses the text of a timestamp header: ASCII digits alone, without sign, whitespace or leading zero.
     * {@code Long.parseLong} would accept signs and the digits of other scripts. Returns the seconds, or -1 if the
     * text is malformed.
     */
    public static long parseHeader(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_DIGITS || (length > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            seconds = 10 * seconds + digit;
        }
        return seconds;
    }

    /** Parses a time in JSON, which servers write as a number or as text; empty if it is absent or not such a time. */
    public static Optional<Instant> parse(@Nullable String text) {
        long plain = text == null ? -1 : parseHeader(text);
        return plain >= 0 ? Optional.of(Instant.ofEpochSecond(plain)) : parseNumber(text);
    }

    private static Optional<Instant> parseNumber(@Nullable String text) {
        return Decimals.parse(text)
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(MAX) <= 0)
                .map(seconds -> Instant.ofEpochSecond(
                        seconds.setScale(0, RoundingMode.DOWN).longValueExact()));
    }
}
