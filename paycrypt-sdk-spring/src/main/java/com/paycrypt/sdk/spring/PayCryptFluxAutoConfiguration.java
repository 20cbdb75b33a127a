package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.util.context.Context;

/** Webhooks on WebFlux. */
@AutoConfiguration(after = PayCryptWebhookAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
class PayCryptFluxAutoConfiguration {
    @Bean
    FluxWebhookFilter payCryptWebhookFilter(
            WebhookReceiver receiver, WebhookPath path, ObjectProvider<FluxAdmission> admission) {
        return new FluxWebhookFilter(receiver, path, admission.getIfAvailable(() -> exchange -> Context.empty()));
    }

    @Bean
    FluxGate payCryptWebhookGate(WebhookPath path) {
        return new FluxGate(path);
    }

    @Bean
    FluxListenerMapping payCryptListenerMapping(WebhookPath path, EventTaker taker) {
        return new FluxListenerMapping(path, taker);
    }

    @Bean
    @Lazy(false)
    FluxStartCheck payCryptStartCheck(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RouterFunction<?>> functions,
            WebhookPath path,
            EventTaker taker) {
        return new FluxStartCheck(mappings, functions, new StartRules(path, taker));
    }
}
