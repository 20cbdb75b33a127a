package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.webflux.FluxEventParameter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The {@code WebhookEvent} parameter on WebFlux. It needs no property: without this resolver, Spring would try to fill
 * such a parameter from whatever a request holds.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFluxConfigurer.class)
public class PayCryptWebFluxArgumentAutoConfiguration {
    @Bean
    static FluxEventParameter payCryptEventParameter() {
        return new FluxEventParameter();
    }
}
