package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.observation.MeterListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Meters of calls and deliveries, where the application has a registry for them. */
@AutoConfiguration(
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
    MeterListener payCryptMeterListener(MeterRegistry meters) {
        return new MeterListener(meters);
    }
}
