package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.observation.TracingListener;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Observations of calls, where the application has a registry for them. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnPayCrypt
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public class PayCryptObservationAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptObservationAutoConfiguration() {}

    @Bean
    TracingListener payCryptTracingListener(ObservationRegistry observations) {
        return new TracingListener(observations);
    }
}
