package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.WebhookOrder;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
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

    private final WebhookPath path;
    private final EventDispatcher dispatcher;

    public MvcListenerMapping(WebhookPath path, EventDispatcher dispatcher) {
        this.path = path;
        this.dispatcher = dispatcher;
        setOrder(WebhookOrder.MAPPING);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return MvcPath.isRequested(path, request) ? (HttpRequestHandler) this::take : null;
    }

    /** What is thrown ends here: the shop's own error handling is for its pages, and might answer with one. */
    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            dispatcher.handle(PayCryptWebhookFilter.event(request));
        } catch (Throwable failure) {
            send(PayCryptWebhookFilter.failed(request, failure), response);
            return;
        }
        response.setContentType("application/json");
        response.getOutputStream().write(TAKEN);
    }

    private static void send(WebhookResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body());
    }
}
