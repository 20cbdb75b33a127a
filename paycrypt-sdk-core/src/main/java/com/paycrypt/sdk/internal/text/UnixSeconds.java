package com.paycrypt.sdk.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as servers write them: unix seconds as a number or as text. */
public final class UnixSeconds {
    private static final BigDecimal MAX = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private UnixSeconds() {}

    /** Parses a time, to the second; empty if the text is not a number, negative or beyond every {@link Instant}. */
    public static Optional<Instant> parse(@Nullable String text) {
        return Decimals.parse(text)
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(MAX) <= 0)
                .map(seconds -> Instant.ofEpochSecond(
                        seconds.setScale(0, RoundingMode.DOWN).longValueExact()));
    }
}
