package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.web.server.ServerWebExchange;

/** Which webhook path an exchange is for, on the application's own server: not on that of its management. */
public final class FluxPath {
    private final WebhookEndpoints endpoints;
    private final ApplicationContext context;

    /**
     * The paths of an application.
     *
     * @param endpoints where deliveries come in
     * @param context the application's context
     */
    public FluxPath(WebhookEndpoints endpoints, ApplicationContext context) {
        this.endpoints = endpoints;
        this.context = context;
    }

    Optional<WebhookEndpoint> requested(ServerWebExchange exchange) {
        return isOfApplication(exchange)
                ? endpoints.find(path -> path.is(exchange.getRequest().getPath().pathWithinApplication()))
                : Optional.empty();
    }

    /** The management's server has a context of its own below the application's, which inherits filters and mappings. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOfApplication(ServerWebExchange exchange) {
        ApplicationContext receiving = exchange.getApplicationContext();
        return receiving == null || receiving == context || receiving.getParent() != context;
    }
}
