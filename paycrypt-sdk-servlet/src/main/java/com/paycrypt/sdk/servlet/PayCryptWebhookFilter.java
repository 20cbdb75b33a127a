package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookDelivery;
import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A filter that passes each verified PayCrypt webhook to the application once, and rejects every other request.
 *
 * <pre>{@code
 * FilterRegistration.Dynamic filter = context.addFilter("paycrypt", new PayCryptWebhookFilter(credentials));
 * filter.setAsyncSupported(true);
 * filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/paycrypt/webhook");
 * }</pre>
 *
 * <p>Any servlet or framework can follow it: {@link #event(ServletRequest) event(request)} returns the verified event,
 * and the whole body can be read by {@code getInputStream()} (with a {@code ReadListener} too) or {@code getReader()}.
 * Map the filter to the webhook's path alone, for the dispatcher type {@code REQUEST}, before every filter that reads
 * bodies or parameters, since a body can be read once. Mapped to other dispatcher types too, it lets a delivery that it
 * has verified pass again.
 *
 * <p>The final status of the response settles the delivery: after 2xx it is acknowledged, and a copy gets 200
 * without reaching the application; after any other status or an exception it may be delivered again. If the
 * application starts asynchronous processing, the delivery is settled when that completes. The filter never changes the
 * application's response.
 *
 * <p>A rejected request gets a short constant body, never an error page (except if a body ends early: Tomcat then sends
 * its own page), and one of these statuses: 405 for a method other than {@code POST}; 413 for a body over the limit; 401
 * for a wrong key or signature; 400 for a timestamp that is malformed or out of the window, for a body that ends early,
 * takes more than 10 s or is not an event; 409 for a copy of a delivery in progress; 503 if the replay store is down, or if
 * too many large bodies are being received.
 *
 * <p>Safe for use by several threads. Blocks while the body is read: at most {@link WebhookReceiver#maxBodySize()
 * maxBodySize()} bytes and 10 s, plus one read, whose time limit is the container's. A request whose headers suffice to
 * reject it is rejected before its body is read.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, sections 2.3.3.3 and 6.2</a>
 */
public class PayCryptWebhookFilter implements Filter {
    private final UnaryOperator<@Nullable String> environment;
    private @Nullable WebhookReceiver receiver;

    /**
     * Creates a filter that takes its credentials from the init parameters {@code key} and {@code secret}, or from the
     * environment variables {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET} if a parameter is absent: for
     * {@code web.xml}, and for a subclass annotated with {@code @WebFilter}.
     */
    public PayCryptWebhookFilter() {
        this(System::getenv);
    }

    /**
     * Creates a filter that accepts deliveries signed with these credentials, with a receiver's defaults.
     *
     * @param credentials the key and secret that PayCrypt signs with
     */
    public PayCryptWebhookFilter(Credentials credentials) {
        this(WebhookReceiver.builder(credentials).build());
    }

    /**
     * Creates a filter for a receiver: several credentials, another limit, a shared replay guard.
     *
     * @param receiver the receiver, without a handler: behind a filter the application handles the event
     * @throws IllegalArgumentException if the receiver has a handler, which a filter would never call
     */
    public PayCryptWebhookFilter(WebhookReceiver receiver) {
        this(System::getenv);
        if (receiver.hasHandler()) {
            throw new IllegalArgumentException(
                    "the receiver has a handler, which a filter never calls: pass the receiver to "
                            + "PayCryptWebhookServlet, or build it without a handler and handle the event behind the "
                            + "filter, from PayCryptWebhookFilter.event(request)");
        }
        this.receiver = receiver;
    }

    PayCryptWebhookFilter(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the verified event of a request that has passed this filter, also after wrappers and dispatches.
     *
     * @param request the request, as the application has it
     * @return the event
     * @throws IllegalStateException if the request has not passed this filter, which is not mapped to its path
     */
    public static WebhookEvent event(ServletRequest request) {
        return verified(request).event();
    }

    /**
     * Reports that the application failed to handle a verified delivery: for code that turns its own failures into
     * responses. The delivery may be delivered again, whatever the status of the response.
     *
     * @param request the request, as the application has it
     * @param cause the failure
     * @return the response to send: 500, or 200 if the replay guard has stored the delivery for another attempt; the
     *     earlier response if the delivery was settled before
     * @throws IllegalStateException if the request has not passed this filter, which is not mapped to its path
     */
    public static WebhookResponse failed(ServletRequest request, Throwable cause) {
        return verified(request).failed(cause);
    }

    private static VerifiedDelivery verified(ServletRequest request) {
        VerifiedDelivery verified = VerifiedDelivery.last(request);
        if (verified == null) {
            throw new IllegalStateException("No PayCrypt webhook was verified on this request" + target(request)
                    + ": map PayCryptWebhookFilter to this path, for the dispatcher type REQUEST");
        }
        return verified;
    }

    private static String target(ServletRequest request) {
        return request instanceof HttpServletRequest http ? " to the servlet at " + http.getServletPath() : "";
    }

    /**
     * Reads the credentials from the init parameters or the environment, if the constructor was given none.
     *
     * @param config the init parameters {@code key} and {@code secret}, both optional
     * @throws ServletException if the key or the secret is in neither place, or is invalid
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        if (receiver == null) {
            receiver = WebhookReceiver.builder(new FilterSettings(config, environment).credentials())
                    .build();
        }
    }

    /**
     * Rejects a request, or passes it on as a verified delivery.
     *
     * @param request the request
     * @param response the response
     * @param chain the rest of the application
     * @throws IOException if the connection fails, or the application throws it
     * @throws ServletException if the request is not HTTP, or the application throws it
     */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = HttpMessages.http(request);
        HttpServletResponse httpResponse = HttpMessages.http(response);
        VerifiedDelivery known = VerifiedDelivery.by(receiver(), request);
        if (known == null) {
            receive(http, httpResponse, chain);
        } else {
            chain.doFilter(VerifiedRequest.isWithin(request) ? request : again(http, httpResponse, known), response);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (Incoming incoming = receiver().begin(request.getMethod(), new RequestHeaders(request))) {
            Optional<byte[]> body = HttpMessages.body(incoming, request, response);
            if (body.isPresent()) {
                open(request, response, incoming.accept(body.get()), body.get(), chain);
            }
        }
    }

    private void open(
            HttpServletRequest request,
            HttpServletResponse response,
            WebhookDelivery delivery,
            byte[] body,
            FilterChain chain)
            throws IOException, ServletException {
        if (delivery.response().isPresent()) {
            HttpMessages.send(delivery.response().get(), response);
            return;
        }
        pass(VerifiedDelivery.attach(request, receiver(), delivery, body), request, response, chain);
    }

    private static void pass(
            VerifiedDelivery delivery, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        VerifiedRequest verified = new VerifiedRequest(request, response, delivery);
        try {
            chain.doFilter(verified, response);
        } catch (Throwable failure) {
            delivery.failed(failure);
            throw failure;
        }
        verified.dispatched();
    }

    /** Wraps the container's own request of a later dispatch: its body was read when the delivery was verified. */
    private static VerifiedRequest again(
            HttpServletRequest request, HttpServletResponse response, VerifiedDelivery delivery) {
        VerifiedRequest verified = new VerifiedRequest(request, response, delivery);
        verified.resumed();
        return verified;
    }

    private WebhookReceiver receiver() {
        if (receiver == null) {
            throw new IllegalStateException("PayCryptWebhookFilter was not initialized: a subclass that overrides "
                    + "init(FilterConfig) must call super.init(config)");
        }
        return receiver;
    }
}
