package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.WebhookExchange;
import com.paycrypt.sdk.spring.internal.webhook.Denial;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import com.paycrypt.sdk.webhook.WebhookDelivery;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A verified delivery on its exchange, and what becomes of it. */
public final class FluxDelivery {
    private static final String ATTRIBUTE = FluxDelivery.class.getName();

    private final WebhookDelivery delivery;
    private final WebhookPath path;

    private FluxDelivery(WebhookDelivery delivery, WebhookPath path) {
        this.delivery = delivery;
        this.path = path;
    }

    static FluxDelivery attach(ServerWebExchange exchange, WebhookDelivery delivery, WebhookPath path) {
        FluxDelivery verified = new FluxDelivery(delivery, path);
        exchange.getAttributes().put(ATTRIBUTE, verified);
        exchange.getAttributes().put(WebhookExchange.class.getName(), delivery.event());
        return verified;
    }

    public static @Nullable FluxDelivery of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** Tells whether it was verified for the merchant of a path: not for another's. */
    boolean isFor(WebhookPath requested) {
        return path.equals(requested);
    }

    public WebhookEvent event() {
        return delivery.event();
    }

    /** The application's listener took the event. */
    public WebhookResponse succeeded() {
        return delivery.succeeded();
    }

    /** The application's listener failed: returns the response, which depends on whether the delivery is stored. */
    public WebhookResponse failed(Throwable cause) {
        return delivery.failed(cause);
    }

    /**
     * Settles the delivery by what becomes of the application's code: before the status is sent, so that a sender that
     * has seen it never finds the delivery undecided. Where the code ends without a body, the status is sent by others
     * later, and not at all to a sender that hung up: then the end of the code is what counts.
     */
    public Mono<Void> outcomeOf(Mono<Void> application, ServerHttpResponse response) {
        Mono<Void> settled = blocking(() -> settle(response.getStatusCode()));
        response.beforeCommit(() -> settled);
        return application
                .then(settled)
                .onErrorResume(failure -> failing(failure).then(Mono.error(failure)));
    }

    private void settle(@Nullable HttpStatusCode status) {
        if (status == null || status.is2xxSuccessful()) {
            delivery.succeeded();
        } else {
            delivery.failed(Denial.of(status.value())
                    .<RuntimeException>map(denial -> denial)
                    .orElseGet(
                            () -> new IllegalStateException("the webhook was answered with status " + status.value())));
        }
    }

    /** Settles the delivery as failed. */
    Mono<Void> failing(Throwable failure) {
        return blocking(() -> delivery.failed(failure));
    }

    private static Mono<Void> blocking(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
