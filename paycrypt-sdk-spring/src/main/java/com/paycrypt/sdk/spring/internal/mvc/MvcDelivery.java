package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import jakarta.servlet.http.HttpServletRequest;

/** The verified delivery of a servlet request. */
final class MvcDelivery {
    private MvcDelivery() {}

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
