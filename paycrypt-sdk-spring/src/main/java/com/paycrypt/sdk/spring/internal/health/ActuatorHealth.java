package com.paycrypt.sdk.spring.internal.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Health on Boot 3.
 *
 * @param check what is checked
 */
public record ActuatorHealth(HealthCheck check) implements HealthIndicator {
    @Override
    public Health health() {
        HealthCheck.Result result = check.check();
        return Health.status(result.status()).withDetails(result.details()).build();
    }
}
