package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.web.server.ServerWebExchange;

/**
 * The verified event on WebFlux, for code that is no controller with a {@link WebhookEvent} parameter: handler functions
 * and filters.
 *
 * <pre>{@code
 * route().POST("/api/paycrypt/webhook", request -> {
 *     WebhookEvent event = WebhookExchange.event(request.exchange());
 *     ...
 * })
 * }</pre>
 *
 * <p>On Spring MVC, {@code PayCryptWebhookFilter.event(request.servletRequest())} gives it. Safe for use by any number
 * of threads; blocks on nothing.
 */
public final class WebhookExchange {
    private static final String ATTRIBUTE = WebhookExchange.class.getName();

    private WebhookExchange() {}

    /**
     * The verified event of an exchange, through whatever decorators it went since.
     *
     * @param exchange the exchange, as the shop's code has it
     * @return the event
     * @throws IllegalStateException if nothing was verified on this exchange: its path is not
     *     {@code paycrypt.webhook.path}
     */
    public static WebhookEvent event(ServerWebExchange exchange) {
        WebhookEvent event = exchange.getAttribute(ATTRIBUTE);
        if (event == null) {
            throw new IllegalStateException("Nothing was verified on this exchange, to "
                    + exchange.getRequest().getPath().pathWithinApplication().value()
                    + ": set paycrypt.webhook.path to the path that PayCrypt delivers to");
        }
        return event;
    }
}
