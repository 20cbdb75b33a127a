package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolverSupport;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Fills a {@link WebhookEvent} parameter from the verified delivery, and from nothing else: 400 where there is none. */
final class FluxEventResolver extends HandlerMethodArgumentResolverSupport {
    FluxEventResolver(ReactiveAdapterRegistry registry) {
        super(registry);
    }

    /** A {@code Mono<WebhookEvent>} as well: others would fill it from the body. */
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return fills(parameter);
    }

    static boolean fills(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == WebhookEvent.class
                || (type == Mono.class && parameter.nested().getNestedParameterType() == WebhookEvent.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        FluxDelivery delivery = FluxDelivery.of(exchange);
        if (delivery == null) {
            return Mono.error(new ServerWebInputException("No verified PayCrypt delivery"));
        }
        boolean plain = parameter.getParameterType() == WebhookEvent.class;
        return Mono.just(plain ? delivery.event() : Mono.just(delivery.event()));
    }
}
