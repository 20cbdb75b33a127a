package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import jakarta.servlet.http.HttpServletRequest;

/** The verified delivery of a servlet request. */
final class MvcDelivery {
    private static final String PATH = MvcDelivery.class.getName();

    private MvcDelivery() {}

    /** Keeps the path that a delivery was verified on. */
    static void verifiedOn(WebhookPath path, HttpServletRequest request) {
        request.setAttribute(PATH, path);
    }

    /** Tells whether a delivery was verified, and for the merchant of a path: not for another's. */
    static boolean isVerifiedFor(WebhookPath path, HttpServletRequest request) {
        Object verifiedOn = request.getAttribute(PATH);
        return isVerified(request) && (verifiedOn == null || verifiedOn.equals(path));
    }

    static boolean isVerified(HttpServletRequest request) {
        try {
            PayCryptWebhookFilter.event(request);
            return true;
        } catch (IllegalStateException nothingVerified) {
            return false;
        }
    }

    /** Does nothing where there is no delivery, or its outcome is known. */
    static void failed(HttpServletRequest request, Throwable failure) {
        if (isVerified(request)) {
            PayCryptWebhookFilter.failed(request, failure);
        }
    }
}
