package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.json.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as servers write them: unix seconds as a number or as text. */
final class UnixSeconds {
    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private UnixSeconds() {}

    static Optional<Instant> parse(@Nullable String text) {
        return Decimals.parse(text)
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(END_OF_TIME) <= 0)
                .map(seconds -> Instant.ofEpochSecond(
                        seconds.setScale(0, RoundingMode.DOWN).longValueExact()));
    }
}
