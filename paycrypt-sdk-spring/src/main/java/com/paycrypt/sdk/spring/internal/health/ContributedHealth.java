package com.paycrypt.sdk.spring.internal.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health on Boot 4.
 *
 * @param check what is checked
 */
public record ContributedHealth(HealthCheck check) implements HealthIndicator {
    @Override
    public Health health() {
        HealthCheck.Result result = check.check();
        return Health.status(result.status()).withDetails(result.details()).build();
    }
}
