package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.WebhookOrder;
import com.paycrypt.sdk.webhook.WebhookResponse;
import java.util.Objects;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where the application maps nothing on the webhook path, a verified delivery goes to its listeners. */
public final class FluxListenerMapping extends AbstractHandlerMapping {
    private final FluxPath path;
    private final EventDispatcher dispatcher;

    public FluxListenerMapping(FluxPath path, EventDispatcher dispatcher) {
        this.path = path;
        this.dispatcher = dispatcher;
        setOrder(WebhookOrder.MAPPING);
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        return path.isRequested(exchange) ? Mono.just((WebHandler) this::take) : Mono.empty();
    }

    private Mono<Void> take(ServerWebExchange exchange) {
        FluxDelivery delivery = Objects.requireNonNull(FluxDelivery.of(exchange), "let through by the gate");
        return Mono.fromCallable(() -> answer(delivery))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> FluxExchange.send(exchange, answer));
    }

    private WebhookResponse answer(FluxDelivery delivery) {
        try {
            dispatcher.handle(delivery.event());
            return delivery.succeeded();
        } catch (Throwable failure) {
            return delivery.failed(failure);
        }
    }
}
