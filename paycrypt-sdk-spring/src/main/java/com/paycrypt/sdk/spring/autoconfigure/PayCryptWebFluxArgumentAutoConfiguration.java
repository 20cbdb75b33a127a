package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnUnconfigured;
import com.paycrypt.sdk.spring.internal.webflux.FluxEventParameter;
import com.paycrypt.sdk.spring.internal.webflux.FluxRoutes;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.UnconfiguredCheck;
import com.paycrypt.sdk.webhook.WebhookHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The {@code WebhookEvent} parameter on WebFlux. It needs no property: without this resolver, Spring would try to fill
 * such a parameter from whatever a request holds.
 */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFluxConfigurer.class)
public class PayCryptWebFluxArgumentAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebFluxArgumentAutoConfiguration() {}

    @Bean
    static FluxEventParameter payCryptEventParameter() {
        return new FluxEventParameter();
    }

    @Bean
    @Lazy(false)
    @ConditionalOnUnconfigured
    UnconfiguredCheck payCryptUnconfiguredCheck(
            ListableBeanFactory beans,
            FluxEventParameter parameter,
            ObjectProvider<WebhookHandler> handler,
            ConfigurableApplicationContext context) {
        return new UnconfiguredCheck(
                new FluxRoutes(beans, parameter),
                new EventDispatcher(handler.getIfUnique(), context, AroundHandler.nothing()));
    }
}
