/**
 * Receives webhooks in Jakarta Servlet containers: a filter in front of the application's own code, or a ready-made
 * servlet.
 *
 * <p>A delivery passes, in this order:
 *
 * <ol>
 *   <li>{@link com.paycrypt.sdk.servlet.PayCryptWebhookFilter PayCryptWebhookFilter} or
 *       {@link com.paycrypt.sdk.servlet.PayCryptWebhookServlet PayCryptWebhookServlet}, where the stages stand;
 *   <li>{@code RequestHeaders}: the headers, with which the receiver begins before the body is read;
 *   <li>{@code HttpMessages}: the body, read by the receiver's {@code Incoming} within limits of size, sum and time;
 *   <li>the receiver of the core: signature, event and replay guard. A rejection is sent by {@code HttpMessages};
 *   <li>{@code VerifiedDelivery}: an attribute of the request, from which {@code PayCryptWebhookFilter.event} reads;
 *   <li>{@code VerifiedRequest}: the request that the application sees, with the body as {@code BodyStream}. A
 *       {@code ReadListener} is called by {@code ReadEvents}, after the dispatch that set it ({@code DispatchGate});
 *   <li>the outcome: the status at the end of the dispatch, or {@code AsyncOutcome} at the end of an asynchronous
 *       request.
 * </ol>
 *
 * <p>{@code FilterSettings} holds what {@code web.xml} configures.
 */
@NullMarked
package com.paycrypt.sdk.servlet;

import org.jspecify.annotations.NullMarked;
