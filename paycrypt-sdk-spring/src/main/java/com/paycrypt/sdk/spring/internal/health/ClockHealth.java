package com.paycrypt.sdk.spring.internal.health;

import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The clock is well if it is near PayCrypt's: requests heal an offset, but deliveries are rejected if it exceeds five minutes.
 *
 * @param offset PayCrypt's time minus this machine's, as clients found out
 * @param limits the limit
 */
public record ClockHealth(Supplier<Duration> offset, PayCryptProperties.ClockHealth limits) implements HealthCheck {
    @Override
    public Result check() {
        Duration found = offset.get();
        boolean well = found.abs().compareTo(limits.maxOffset()) <= 0;
        return new Result(well ? UP : limits.status().name(), Map.of("offset", found.toString()));
    }
}
