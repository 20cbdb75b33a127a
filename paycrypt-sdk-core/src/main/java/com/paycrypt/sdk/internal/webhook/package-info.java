/**
 * The parts of the webhook side that no user has to know, in the order in which a delivery meets them:
 * {@link com.paycrypt.sdk.internal.webhook.SignatureHeaders}, {@link com.paycrypt.sdk.internal.webhook.TimeWindow} and
 * {@link com.paycrypt.sdk.internal.webhook.AcceptedCredentials} for its verification,
 * {@link com.paycrypt.sdk.internal.webhook.MemoryClaims} behind the guard in memory,
 * {@link com.paycrypt.sdk.internal.webhook.Uninterrupted} for recording its outcome and
 * {@link com.paycrypt.sdk.internal.webhook.DeliveryLog} for every log line. None of them knows an event.
 */
@NullMarked
package com.paycrypt.sdk.internal.webhook;

import org.jspecify.annotations.NullMarked;
