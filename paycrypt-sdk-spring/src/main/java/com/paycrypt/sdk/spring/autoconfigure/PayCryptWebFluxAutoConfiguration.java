package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.webflux.FluxAdmission;
import com.paycrypt.sdk.spring.internal.webflux.FluxEventParameter;
import com.paycrypt.sdk.spring.internal.webflux.FluxFailures;
import com.paycrypt.sdk.spring.internal.webflux.FluxGate;
import com.paycrypt.sdk.spring.internal.webflux.FluxListenerMapping;
import com.paycrypt.sdk.spring.internal.webflux.FluxObservation;
import com.paycrypt.sdk.spring.internal.webflux.FluxPath;
import com.paycrypt.sdk.spring.internal.webflux.FluxRoutes;
import com.paycrypt.sdk.spring.internal.webflux.FluxScope;
import com.paycrypt.sdk.spring.internal.webflux.FluxWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.StartCheck;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import io.micrometer.observation.Observation;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import reactor.util.context.Context;

/** Webhooks on WebFlux. */
@AutoConfiguration(after = PayCryptWebhookAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
public class PayCryptWebFluxAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebFluxAutoConfiguration() {}

    @Bean
    FluxPath payCryptFluxPath(WebhookEndpoints endpoints, ApplicationContext context) {
        return new FluxPath(endpoints, context);
    }

    @Bean
    FluxWebhookFilter payCryptWebhookFilter(
            FluxPath path, ObjectProvider<FluxAdmission> admission, ObjectProvider<FluxScope> scope) {
        return new FluxWebhookFilter(
                path,
                admission.getIfAvailable(() -> exchange -> Context.empty()),
                scope.getIfAvailable(FluxScope::nothing));
    }

    /** Micrometer need not be on the class path. */
    @ConditionalOnClass(Observation.class)
    static class Observations {
        @Bean
        FluxScope payCryptFluxScope() {
            return new FluxObservation();
        }
    }

    @Bean
    FluxGate payCryptWebhookGate(FluxPath path, WebhookEndpoints endpoints) {
        return new FluxGate(path, endpoints);
    }

    @Bean
    FluxListenerMapping payCryptListenerMapping(FluxPath path) {
        return new FluxListenerMapping(path);
    }

    @Bean
    @Lazy(false)
    StartCheck payCryptStartCheck(
            Environment environment,
            ListableBeanFactory beans,
            FluxEventParameter parameter,
            WebhookEndpoints endpoints) {
        return new StartCheck(environment, new FluxRoutes(beans, parameter), endpoints);
    }

    @Bean
    FluxFailures payCryptFailures(ObjectProvider<HandlerAdapter> adapters) {
        return new FluxFailures(adapters);
    }
}
