package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.webhook.WebhookDelivery;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A verified delivery, stored as an attribute of its request: an attribute survives every wrapper and dispatch, and a
 * client cannot set one of this type.
 */
final class VerifiedDelivery {
    private static final String ATTRIBUTE = VerifiedDelivery.class.getName();

    private final WebhookReceiver receiver;
    private final WebhookDelivery delivery;
    private final byte[] body;
    private final @Nullable VerifiedDelivery earlier;

    private VerifiedDelivery(
            WebhookReceiver receiver, WebhookDelivery delivery, byte[] body, @Nullable VerifiedDelivery earlier) {
        this.receiver = receiver;
        this.delivery = delivery;
        this.body = body;
        this.earlier = earlier;
    }

    static VerifiedDelivery attach(
            ServletRequest request, WebhookReceiver receiver, WebhookDelivery delivery, byte[] body) {
        VerifiedDelivery verified = new VerifiedDelivery(receiver, delivery, body, last(request));
        request.setAttribute(ATTRIBUTE, verified);
        return verified;
    }

    static @Nullable VerifiedDelivery last(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof VerifiedDelivery verified ? verified : null;
    }

    /** Returns the delivery that this receiver verified: another receiver has other credentials and verifies by itself. */
    static @Nullable VerifiedDelivery by(WebhookReceiver receiver, ServletRequest request) {
        VerifiedDelivery verified = last(request);
        while (verified != null && verified.receiver != receiver) {
            verified = verified.earlier;
        }
        return verified;
    }

    WebhookEvent event() {
        return delivery.event();
    }

    byte[] body() {
        return body;
    }

    /** Settles the delivery by the status that the sender receives: after any other than 2xx it may be delivered again. */
    void responded(int status) {
        if (status >= 200 && status <= 299) {
            delivery.succeeded();
        } else {
            delivery.failed(new ServletException("the response to the webhook has status " + status));
        }
    }

    WebhookResponse failed(Throwable cause) {
        return delivery.failed(cause);
    }
}
