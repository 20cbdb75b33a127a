package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import org.springframework.context.ApplicationContext;
import org.springframework.web.server.ServerWebExchange;

/** Whether an exchange is for the webhook path, on the application's own server: not on that of its management. */
public final class FluxPath {
    private final WebhookPath path;
    private final ApplicationContext context;

    /**
     * A path of an application.
     *
     * @param path the path
     * @param context the application's context
     */
    public FluxPath(WebhookPath path, ApplicationContext context) {
        this.path = path;
        this.context = context;
    }

    boolean isRequested(ServerWebExchange exchange) {
        return isOfApplication(exchange)
                && path.is(exchange.getRequest().getPath().pathWithinApplication());
    }

    /** The management's server has a context of its own below the application's, which inherits filters and mappings. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOfApplication(ServerWebExchange exchange) {
        ApplicationContext receiving = exchange.getApplicationContext();
        return receiving == null || receiving == context || receiving.getParent() != context;
    }
}
