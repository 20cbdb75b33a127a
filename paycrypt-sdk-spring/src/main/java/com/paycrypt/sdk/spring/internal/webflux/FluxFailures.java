package com.paycrypt.sdk.spring.internal.webflux;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Runs controllers by the application's own adapter, and records the exception of one as the failure of its delivery
 * before the application's exception handlers respond to it: one that responds with 200 means well by a browser, and has
 * handled no payment.
 *
 * <p>Where a method throws before it returns, Spring calls the exception handler within the adapter. That is known by
 * the result, which is of another method; the exception itself stays with the exception handler.
 */
public final class FluxFailures implements HandlerAdapter, Ordered {
    private final ObjectProvider<HandlerAdapter> adapters;

    /**
     * An adapter before all others.
     *
     * @param adapters the application's adapters
     */
    public FluxFailures(ObjectProvider<HandlerAdapter> adapters) {
        this.adapters = adapters;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod
                && application(handler).findAny().isPresent();
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        Mono<HandlerResult> result =
                application(handler).findFirst().orElseThrow().handle(exchange, handler);
        FluxDelivery delivery = FluxDelivery.of(exchange);
        return delivery == null
                ? result
                : watched(new FluxMdc<>(result, delivery.event()), (HandlerMethod) handler, delivery);
    }

    private Stream<HandlerAdapter> application(Object handler) {
        return adapters.orderedStream().filter(each -> each != this && each.supports(handler));
    }

    private static Mono<HandlerResult> watched(
            Mono<HandlerResult> result, HandlerMethod controller, FluxDelivery delivery) {
        return result.onErrorResume(failure -> delivery.failing(failure).then(Mono.error(failure)))
                .flatMap(each -> isOf(controller, each)
                        ? Mono.just(watched(each, delivery))
                        : delivery.failing(handledFor(controller)).thenReturn(each))
                .switchIfEmpty(Mono.defer(() -> respondsItself(controller)
                        ? Mono.empty()
                        : delivery.failing(handledFor(controller)).then(Mono.empty())));
    }

    /** What fails while the result is written, such as a publisher that the controller returned. */
    private static HandlerResult watched(HandlerResult result, FluxDelivery delivery) {
        DispatchExceptionHandler handler = result.getExceptionHandler();
        if (handler != null) {
            result.setExceptionHandler((exchange, failure) ->
                    delivery.failing(failure).then(Mono.defer(() -> handler.handleError(exchange, failure))));
        }
        return result;
    }

    private static boolean isOf(HandlerMethod controller, HandlerResult result) {
        return controller.getReturnType().getMethod() == null
                || controller
                        .getReturnType()
                        .getMethod()
                        .equals(result.getReturnTypeSource().getMethod());
    }

    /**
     * There is no result of a method that returns nothing and settles the response, be it the controller's or that of
     * an exception handler: a controller that may do so counts as one that has.
     */
    private static boolean respondsItself(HandlerMethod controller) {
        return controller.hasMethodAnnotation(ResponseStatus.class)
                || AnnotatedElementUtils.hasAnnotation(controller.getBeanType(), ResponseStatus.class)
                || Stream.of(controller.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .anyMatch(type ->
                                type == ServerWebExchange.class || ServerHttpResponse.class.isAssignableFrom(type));
    }

    private static IllegalStateException handledFor(HandlerMethod controller) {
        return new IllegalStateException(controller.getBeanType().getSimpleName() + "."
                + controller.getMethod().getName()
                + " threw an exception that an @ExceptionHandler of the application handled");
    }
}
