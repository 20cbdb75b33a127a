package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
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

    public FluxListenerMapping(FluxPath path) {
        this.path = path;
        setOrder(WebhookOrder.MAPPING);
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        return path.requested(exchange)
                .map(WebhookEndpoint::dispatcher)
                .map(dispatcher -> (WebHandler) each -> take(dispatcher, each))
                .map(Mono::just)
                .orElseGet(Mono::empty);
    }

    private static Mono<Void> take(EventDispatcher dispatcher, ServerWebExchange exchange) {
        FluxDelivery delivery = Objects.requireNonNull(FluxDelivery.of(exchange), "let through by the gate");
        return Mono.fromCallable(() -> handle(dispatcher, delivery))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(response -> FluxExchange.send(exchange, response));
    }

    private static WebhookResponse handle(EventDispatcher dispatcher, FluxDelivery delivery) {
        try {
            dispatcher.handle(delivery.event());
            return delivery.succeeded();
        } catch (Throwable failure) {
            return delivery.failed(failure);
        }
    }
}
