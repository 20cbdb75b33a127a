package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.webflux.FluxAdmission;
import com.paycrypt.sdk.spring.internal.webhook.VerifiedSender;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.web.reactive.DispatcherHandler;
import reactor.core.publisher.Mono;

/**
 * Lets verified deliveries through Spring Security on WebFlux. It publishes no filter chain: Boot's own would back off
 * and open the application.
 */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({DispatcherHandler.class, CsrfWebFilter.class})
public class PayCryptWebFluxSecurityAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebFluxSecurityAutoConfiguration() {}

    @Bean
    FluxAdmission payCryptFluxAdmission() {
        return exchange -> {
            CsrfWebFilter.skipExchange(exchange);
            return ReactiveSecurityContextHolder.withSecurityContext(Mono.just(VerifiedSender.context()));
        };
    }
}
