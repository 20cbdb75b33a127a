package com.paycrypt.sdk.webhook;

/**
 * Creates an observer for each delivery: the place to attach metrics and tracing.
 *
 * <pre>{@code
 * WebhookReceiver.builder(credentials)
 *         .listener(() -> new DeliveryTimer(meterRegistry))
 *         .build();
 * }</pre>
 *
 * <p>A listener is shared by all deliveries and must be safe for use by any number of threads; the observer that it
 * returns belongs to one delivery. What a listener or an observer throws is logged and does not affect the delivery.
 */
@FunctionalInterface
public interface WebhookListener {
    /**
     * A delivery is about to be verified, or a stored one about to be processed again. Called on the thread of the
     * delivery.
     *
     * @return the observer of this delivery
     */
    WebhookObserver started();
}
