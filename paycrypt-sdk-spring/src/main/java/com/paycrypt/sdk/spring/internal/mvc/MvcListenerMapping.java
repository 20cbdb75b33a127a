package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import com.paycrypt.sdk.spring.internal.webhook.WebhookOrder;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Where the application maps nothing on the webhook path, a verified delivery goes to its listeners. */
public final class MvcListenerMapping extends AbstractHandlerMapping {
    private static final byte[] TAKEN = "{\"ok\":true}".getBytes(StandardCharsets.US_ASCII);

    private final WebhookEndpoints endpoints;

    public MvcListenerMapping(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
        setOrder(WebhookOrder.MAPPING);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return endpoints
                .find(path -> MvcPath.isRequested(path, request))
                .map(WebhookEndpoint::dispatcher)
                .map(MvcListenerMapping::to)
                .orElse(null);
    }

    private static HttpRequestHandler to(EventDispatcher dispatcher) {
        return (request, response) -> take(dispatcher, request, response);
    }

    /** What is thrown ends here: the shop's own error handling is for its pages, and might respond with one. */
    private static void take(EventDispatcher dispatcher, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            dispatcher.handle(PayCryptWebhookFilter.event(request));
        } catch (Throwable failure) {
            send(PayCryptWebhookFilter.failed(request, failure), response);
            return;
        }
        response.setContentType("application/json");
        response.getOutputStream().write(TAKEN);
    }

    private static void send(WebhookResponse webhookResponse, HttpServletResponse response) throws IOException {
        response.setStatus(webhookResponse.status());
        webhookResponse.headers().forEach(response::setHeader);
        response.getOutputStream().write(webhookResponse.body());
    }
}
