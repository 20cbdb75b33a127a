/**
 * Webhooks, in the order in which one passes:
 *
 * <ol>
 *   <li>{@link com.paycrypt.sdk.webhook.WebhookReceiver} receives a delivery on any server. It has all stages in order, and
 *       returns a {@link com.paycrypt.sdk.webhook.WebhookResponse}.
 *   <li>{@link com.paycrypt.sdk.webhook.WebhookVerifier} verifies it: a {@link com.paycrypt.sdk.webhook.WebhookEvent} with
 *       its {@link com.paycrypt.sdk.webhook.Payment}, or a {@link com.paycrypt.sdk.webhook.WebhookRejectedException}.
 *   <li>{@link com.paycrypt.sdk.webhook.ReplayGuard} lets it through once; {@link com.paycrypt.sdk.webhook.WebhookInbox} also
 *       stores it.
 *   <li>{@link com.paycrypt.sdk.webhook.WebhookHandler} handles the event. Frameworks that call the handler themselves use
 *       {@link com.paycrypt.sdk.webhook.WebhookDelivery}.
 *   <li>{@link com.paycrypt.sdk.webhook.WebhookListener} observes what becomes of it.
 * </ol>
 *
 * <p>{@link com.paycrypt.sdk.webhook.WebhookSigner} signs deliveries for tests.
 */
@NullMarked
package com.paycrypt.sdk.webhook;

import org.jspecify.annotations.NullMarked;
