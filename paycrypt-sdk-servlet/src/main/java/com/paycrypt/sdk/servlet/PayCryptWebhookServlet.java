package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Receives PayCrypt webhooks, ready to be mapped to a path: verifies each, hands it to the receiver's handler, and
 * answers.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.builder(credentials)
 *         .handler(event -> orders.update(event.payment()))
 *         .build();
 * context.addServlet("paycrypt", new PayCryptWebhookServlet(receiver)).addMapping("/api/paycrypt/webhook");
 * }</pre>
 *
 * <p>For {@code web.xml} and {@code @WebServlet}, extend it and give the receiver in the constructor. It needs no filter:
 * before the same receiver's {@link PayCryptWebhookFilter} every delivery would be taken for a copy of itself.
 *
 * <p>Safe for use by any number of threads where the handler is. Blocks while the body is read and the handler runs.
 * Statuses are those of {@link PayCryptWebhookFilter}, 200 where the handler returned and 500 where it threw. An
 * {@link IOException} from the connection passes to the container.
 *
 * <p>Source: PayCrypt API guide, Security headers and webhook verification.
 */
public class PayCryptWebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WebhookReceiver receiver;

    /**
     * A servlet for a receiver.
     *
     * @param receiver the receiver, with the handler that takes the events
     * @throws IllegalArgumentException if the receiver has no handler
     */
    public PayCryptWebhookServlet(WebhookReceiver receiver) {
        if (!receiver.hasHandler()) {
            throw new IllegalArgumentException("This receiver has no handler, so the servlet would have nobody to give "
                    + "the events to: call .handler(event -> ...) on its builder, or put PayCryptWebhookFilter before "
                    + "a servlet of your own");
        }
        this.receiver = receiver;
    }

    /**
     * Answers one request, whatever its method.
     *
     * @param request the request
     * @param response the response
     * @throws IOException if the connection fails
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestHeaders headers = new RequestHeaders(request);
        Optional<WebhookResponse> refusal = receiver.precheck(request.getMethod(), headers);
        if (refusal.isPresent()) {
            HttpMessages.send(refusal.get(), response);
            return;
        }
        Optional<byte[]> body = HttpMessages.body(request, response, receiver.maxBodySize());
        if (body.isPresent()) {
            HttpMessages.send(receiver.receive(request.getMethod(), headers, body.get()), response);
        }
    }
}
