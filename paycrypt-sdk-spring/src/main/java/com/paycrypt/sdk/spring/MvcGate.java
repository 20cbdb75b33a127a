package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses what was routed to the webhook's code and never verified. Paths change between our filter and the routing: by
 * forwards, and by filters that rewrite them.
 */
final class MvcGate implements HandlerInterceptor {
    private final WebhookPath path;
    private final Unverified unverified;

    MvcGate(WebhookPath path) {
        this.path = path;
        this.unverified = new Unverified(path);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!leadsToUs(request) || isVerified(request)) {
            return true;
        }
        response.setStatus(Unverified.STATUS);
        response.setContentType("application/json");
        response.getOutputStream().write(unverified.refuse());
        return false;
    }

    private boolean leadsToUs(HttpServletRequest request) {
        return MvcPath.isRequested(path, request)
                || path.is(Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), ""));
    }

    private static boolean isVerified(HttpServletRequest request) {
        try {
            PayCryptWebhookFilter.event(request);
            return true;
        } catch (IllegalStateException nothingVerified) {
            return false;
        }
    }
}
