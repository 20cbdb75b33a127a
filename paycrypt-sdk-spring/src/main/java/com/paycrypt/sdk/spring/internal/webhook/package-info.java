/**
 * What both web stacks do with a webhook. A delivery passes five stages:
 *
 * <ol>
 *   <li><b>Filter</b>: before the application's filters, by the path. The receiver verifies the delivery and claims it.
 *   <li><b>Admission</b>: Spring Security is told that the sender is known.
 *   <li><b>Gate</b>: what is routed to the webhook's code without a verified delivery is rejected
 *       ({@link com.paycrypt.sdk.spring.internal.webhook.UnverifiedDelivery}).
 *   <li><b>Handling</b>: a controller on the path gets its arguments from the verified delivery
 *       ({@link com.paycrypt.sdk.spring.internal.webhook.VerifiedArgument}); without one, the delivery is dispatched to a
 *       handler or to listeners ({@link com.paycrypt.sdk.spring.internal.webhook.EventDispatcher}).
 *   <li><b>Outcome</b>: handled if that code ran to its end, failed if it threw, even where the application answered the
 *       exception itself.
 * </ol>
 *
 * <p>{@link com.paycrypt.sdk.spring.internal.webhook.StartCheck} checks at the start that this will hold of the application's
 * code.
 */
@NullMarked
package com.paycrypt.sdk.spring.internal.webhook;

import org.jspecify.annotations.NullMarked;
