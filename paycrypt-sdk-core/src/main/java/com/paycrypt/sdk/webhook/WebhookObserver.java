package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;

/**
 * Observes one delivery. Every method does nothing unless overridden.
 *
 * <p>The methods are called one after the other, on the thread of the delivery; where a framework runs the handler, on the
 * thread that reports its outcome. They must not block. No argument contains a secret or a signature.
 */
public interface WebhookObserver {
    /**
     * The delivery was rejected, and never reached the handler.
     *
     * @param reason the reason, one of a closed set
     */
    default void rejected(Reason reason) {}

    /**
     * The delivery is genuine and current. It is not yet known whether it came before.
     *
     * @param event the event
     * @param credentials the index of the credentials that signed it, among all that the builder was given, from 0: shows
     *     when an old secret is no longer in use
     */
    default void verified(WebhookEvent event, int credentials) {}

    /**
     * The delivery is a copy of one that was handled before; the response is 200 and the handler is not called.
     *
     * @param event the event
     */
    default void repeated(WebhookEvent event) {}

    /**
     * The delivery is a copy of one that is being handled right now; the response is 409.
     *
     * @param event the event
     */
    default void inProgress(WebhookEvent event) {}

    /**
     * The delivery is stored, and workers handle it later; the response is 200. What becomes of it, the observers of the
     * workers' listener are told.
     *
     * @param event the event
     */
    default void stored(WebhookEvent event) {}

    /**
     * The handler returned normally.
     *
     * @param event the event
     */
    default void handled(WebhookEvent event) {}

    /**
     * The handler failed.
     *
     * @param event the event
     * @param cause what it threw, or what the framework around it reported
     */
    default void failed(WebhookEvent event, Throwable cause) {}

    /**
     * The replay guard failed. If it failed to claim the delivery, the response is 503; if it failed to record the
     * outcome, {@link #handled handled} or {@link #failed failed} is called as well.
     *
     * @param event the event
     * @param cause what it threw
     */
    default void guardFailed(WebhookEvent event, Throwable cause) {}

    /** The outcome of the delivery is known. Called exactly once, and last. */
    default void ended() {}
}
