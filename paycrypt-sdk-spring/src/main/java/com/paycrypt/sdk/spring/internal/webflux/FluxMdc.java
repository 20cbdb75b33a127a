package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.DeliveryMdc;
import com.paycrypt.sdk.webhook.WebhookEvent;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** Names the delivery in what is logged on the thread that subscribes, while it does: a controller runs there. */
final class FluxMdc<T> extends MonoOperator<T, T> {
    private final WebhookEvent event;

    FluxMdc(Mono<T> source, WebhookEvent event) {
        super(source);
        this.event = event;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        DeliveryMdc mdc = DeliveryMdc.open(event);
        try {
            source.subscribe(subscriber);
        } finally {
            mdc.close();
        }
    }
}
