package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;

/**
 * Sees what becomes of deliveries: metrics and tracing hang here. Every method does nothing by default.
 *
 * <p>Called on the thread of the delivery, from several threads at once; what it throws is logged and goes no further.
 * What it is given never holds a secret or a signature.
 */
public interface WebhookListener {
    /**
     * A delivery was refused, and never reached the merchant's code.
     *
     * @param reason why, one of a closed set
     */
    default void rejected(Reason reason) {}

    /**
     * A delivery is genuine and current. It is not yet known whether it came before.
     *
     * @param event the event
     * @param credentials which of the accepted credentials signed it, counted from 0 in the order in which they were
     *     given to the builder: shows when an old secret is no longer in use
     */
    default void verified(WebhookEvent event, int credentials) {}

    /**
     * A copy of a delivery that the merchant's code took before; answered 200 and not handled.
     *
     * @param event the event
     */
    default void repeated(WebhookEvent event) {}

    /**
     * A copy of a delivery that is being handled right now; answered 409.
     *
     * @param event the event
     */
    default void inProgress(WebhookEvent event) {}

    /**
     * The merchant's code took the delivery.
     *
     * @param event the event
     */
    default void handled(WebhookEvent event) {}

    /**
     * The merchant's code failed.
     *
     * @param event the event
     * @param cause what it threw, or what the framework around it reports
     */
    default void failed(WebhookEvent event, Throwable cause) {}

    /**
     * The replay guard failed. Where it failed to take the delivery, that was answered 503; where it failed to record
     * the outcome, {@link #handled} or {@link #failed} is called as well.
     *
     * @param event the event
     * @param cause what it threw
     */
    default void guardFailed(WebhookEvent event, Throwable cause) {}
}
