package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.observation.AttemptMeters;
import com.paycrypt.sdk.spring.internal.observation.ClockOffset;
import com.paycrypt.sdk.spring.internal.observation.MeterDescriptions;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters of what calls consist of, and descriptions of those that observations make, where the application has a registry for them. */
@AutoConfiguration(
        after = PayCryptAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnPayCrypt
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public class PayCryptMetricsAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ClockOffset payCryptClockOffset() {
        return new ClockOffset();
    }

    @Bean
    AttemptMeters payCryptAttemptMeters(MeterRegistry meters, ClockOffset clock) {
        return new AttemptMeters(meters, clock);
    }

    /** Needed before there is a registry. */
    @Bean
    static MeterDescriptions payCryptMeterDescriptions() {
        return new MeterDescriptions();
    }
}
