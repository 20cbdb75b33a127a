package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.observation.CallObservations;
import com.paycrypt.sdk.spring.internal.observation.DeliveryObservations;
import com.paycrypt.sdk.spring.internal.webhook.ObservedDeliveries;
import com.paycrypt.sdk.spring.observation.CallObservationConvention;
import com.paycrypt.sdk.spring.observation.WebhookObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Observations of calls and deliveries, where the application has a registry for them. */
@AutoConfiguration(
        after = PayCryptAutoConfiguration.class,
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
    CallObservations payCryptCallObservations(
            ObservationRegistry observations, ObjectProvider<CallObservationConvention> convention) {
        return new CallObservations(observations, convention.getIfAvailable());
    }

    @Bean
    ObservedDeliveries payCryptDeliveryObservations(
            ObservationRegistry observations, ObjectProvider<WebhookObservationConvention> convention) {
        return new DeliveryObservations(observations, convention.getIfAvailable());
    }
}
