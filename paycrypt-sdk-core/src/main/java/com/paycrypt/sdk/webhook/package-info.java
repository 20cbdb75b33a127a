/**
 * Receiving webhooks: {@link com.paycrypt.sdk.webhook.WebhookReceiver} is the whole of it for any server,
 * {@link com.paycrypt.sdk.webhook.WebhookVerifier} the part that tells a genuine delivery from any other.
 */
@NullMarked
package com.paycrypt.sdk.webhook;

import org.jspecify.annotations.NullMarked;
