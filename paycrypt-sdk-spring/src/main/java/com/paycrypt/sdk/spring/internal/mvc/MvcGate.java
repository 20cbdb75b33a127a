package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.spring.internal.webhook.UnverifiedDelivery;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Rejects what was routed to the webhook's code and never verified. Paths change between our filter and the routing: by
 * forwards, and by filters that rewrite them.
 */
public final class MvcGate implements HandlerInterceptor {
    private final WebhookEndpoints endpoints;
    private final UnverifiedDelivery unverified;

    /**
     * A gate before the handlers of all paths.
     *
     * @param endpoints where deliveries come in
     */
    public MvcGate(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
        this.unverified = new UnverifiedDelivery(endpoints);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<WebhookEndpoint> endpoint = endpoints.find(path -> leadsTo(path, request));
        if (endpoint.isEmpty() || MvcDelivery.isVerifiedFor(endpoint.get().path(), request)) {
            return true;
        }
        response.setStatus(UnverifiedDelivery.STATUS);
        response.setContentType("application/json");
        response.getOutputStream().write(unverified.reject());
        return false;
    }

    /** Sees the exceptions that a resolver of the application's took before {@link MvcFailures}, and those of none. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Object resolved = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        if (failure != null) {
            MvcDelivery.failed(request, failure);
        } else if (resolved instanceof Throwable cause) {
            MvcDelivery.failed(request, cause);
        }
    }

    private static boolean leadsTo(WebhookPath path, HttpServletRequest request) {
        return MvcPath.isRequested(path, request)
                || path.is(Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), ""));
    }
}
