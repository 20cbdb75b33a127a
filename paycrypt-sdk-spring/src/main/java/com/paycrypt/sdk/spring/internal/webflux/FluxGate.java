package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.UnverifiedDelivery;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/**
 * Rejects what is about to be routed to the webhook's code and was never verified. Filters after ours may rewrite paths;
 * a mapping before all others sees what is routed.
 */
public final class FluxGate extends AbstractHandlerMapping {
    private final FluxPath path;
    private final UnverifiedDelivery unverified;

    public FluxGate(FluxPath path, WebhookEndpoints endpoints) {
        this.path = path;
        this.unverified = new UnverifiedDelivery(endpoints);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        FluxDelivery delivery = FluxDelivery.of(exchange);
        return path.requested(exchange)
                        .filter(endpoint -> delivery == null || !delivery.isFor(endpoint.path()))
                        .isPresent()
                ? Mono.just((WebHandler) this::reject)
                : Mono.empty();
    }

    private Mono<Void> reject(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(UnverifiedDelivery.STATUS));
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(unverified.reject())));
    }
}
