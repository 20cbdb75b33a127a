package com.paycrypt.sdk.spring.internal.webhook;

import org.springframework.core.Ordered;

/** Our place among the filters and the handler mappings of an application. */
public final class WebhookOrder {
    /**
     * After what observes requests and resolves proxies' headers, before everything that may read a body (filters for
     * hidden methods and form content) and before Spring Security.
     */
    public static final int FILTER = Ordered.HIGHEST_PRECEDENCE + 100;

    /** After every mapping of the application, before the resources that Boot maps to every path. */
    public static final int MAPPING = Ordered.LOWEST_PRECEDENCE - 10;

    private WebhookOrder() {}
}
