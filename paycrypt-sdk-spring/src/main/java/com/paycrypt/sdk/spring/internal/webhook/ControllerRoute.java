package com.paycrypt.sdk.spring.internal.webhook;

import java.util.Collection;
import org.springframework.web.method.HandlerMethod;

/**
 * A controller's method and what leads to it.
 *
 * @param method the method
 * @param patterns the patterns of its paths
 * @param httpMethods the HTTP methods, empty for all of them
 */
public record ControllerRoute(HandlerMethod method, Collection<String> patterns, Collection<String> httpMethods) {
    String name() {
        return method.getBeanType().getSimpleName() + "." + method.getMethod().getName();
    }

    boolean takesDeliveriesOf(WebhookPath path) {
        return path.isMappedBy(patterns) && (httpMethods.isEmpty() || httpMethods.contains("POST"));
    }
}
