package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.VerifiedArgument;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolverSupport;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Fills a parameter from the verified delivery, and from nothing else: 400 where there is none. */
public final class FluxEventResolver extends HandlerMethodArgumentResolverSupport {
    public FluxEventResolver(ReactiveAdapterRegistry registry) {
        super(registry);
    }

    /** A {@code Mono<WebhookEvent>} as well: others would fill it from the body. */
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return fills(parameter);
    }

    public static boolean fills(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return VerifiedArgument.is(type)
                || (type == Mono.class && VerifiedArgument.is(parameter.nested().getNestedParameterType()));
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        FluxDelivery delivery = FluxDelivery.of(exchange);
        if (delivery == null) {
            return Mono.error(new ServerWebInputException("No verified PayCrypt delivery"));
        }
        Class<?> type = parameter.getParameterType();
        return VerifiedArgument.is(type)
                ? Mono.just(VerifiedArgument.of(delivery.event(), type))
                : Mono.just(Mono.just(
                        VerifiedArgument.of(delivery.event(), parameter.nested().getNestedParameterType())));
    }
}
