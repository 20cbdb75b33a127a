package com.paycrypt.sdk.internal.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait: seconds or a date in the header (RFC 9110, 10.2.3), or seconds in the body. */
final class RetryAfter {
    /** Longer than any call lasts; what is longer is cut to it. */
    private static final int LONGEST_SECONDS = 366 * 24 * 60 * 60;

    private static final int MOST_DIGITS = 32;

    private RetryAfter() {}

    static @Nullable Duration of(@Nullable String header, Answer answer, ErrorBody body) {
        Duration fromHeader = header == null ? null : of(header.strip(), answer);
        return fromHeader == null ? seconds(body.retryAfter()) : fromHeader;
    }

    private static @Nullable Duration of(String header, Answer answer) {
        Duration seconds = seconds(header);
        if (seconds != null) {
            return seconds;
        }
        Instant until = HttpDates.parse(header);
        Instant answered = answer.date();
        return until == null || answered == null ? null : cut(Duration.between(answered, until));
    }

    private static @Nullable Duration seconds(@Nullable String text) {
        if (text == null || text.isEmpty() || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
            return null;
        }
        if (text.length() > MOST_DIGITS) {
            return Duration.ofSeconds(LONGEST_SECONDS);
        }
        try {
            BigDecimal seconds = new BigDecimal(text).min(BigDecimal.valueOf(LONGEST_SECONDS));
            return Duration.ofMillis(
                    seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Duration cut(Duration wait) {
        Duration longest = Duration.ofSeconds(LONGEST_SECONDS);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
