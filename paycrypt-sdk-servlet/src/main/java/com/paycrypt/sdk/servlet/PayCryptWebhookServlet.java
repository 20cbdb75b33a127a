package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * A servlet that receives PayCrypt webhooks: verifies each delivery, invokes the receiver's handler and sends the response.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.builder(credentials)
 *         .handler(event -> orders.update(event.payment()))
 *         .build();
 * context.addServlet("paycrypt", new PayCryptWebhookServlet(receiver)).addMapping("/api/paycrypt/webhook");
 * }</pre>
 *
 * <p>For {@code web.xml} and {@code @WebServlet}, extend it and pass the receiver to the constructor. It needs no filter:
 * behind a {@link PayCryptWebhookFilter} of the same receiver every delivery would look like a duplicate.
 *
 * <p>Safe for use by several threads if the handler is. Blocks while the body is read and while the handler runs. The
 * statuses are those of {@link PayCryptWebhookFilter}; 200 if the handler returned and 500 if it threw. An
 * {@link IOException} of the connection is passed to the container.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15: status codes</a>
 */
public class PayCryptWebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WebhookReceiver receiver;

    /**
     * Creates a servlet for a receiver.
     *
     * @param receiver the receiver, with a handler
     * @throws IllegalArgumentException if the receiver has no handler
     */
    public PayCryptWebhookServlet(WebhookReceiver receiver) {
        if (!receiver.hasHandler()) {
            throw new IllegalArgumentException("the receiver has no handler, so the servlet could not process events: "
                    + "call .handler(event -> ...) on its builder, or map PayCryptWebhookFilter in front of a servlet of "
                    + "your own");
        }
        this.receiver = receiver;
    }

    /**
     * Processes a request of any method.
     *
     * @param request the request
     * @param response the response
     * @throws IOException if the connection fails
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Incoming incoming = receiver.begin(request.getMethod(), new RequestHeaders(request))) {
            Optional<byte[]> body = HttpMessages.body(incoming, request, response);
            if (body.isPresent()) {
                HttpMessages.send(receiver.handle(incoming.accept(body.get())), response);
            }
        }
    }
}
