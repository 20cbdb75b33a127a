package com.paycrypt.sdk.servlet;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookDelivery;
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
 * Lets verified PayCrypt webhooks through to the shop's own code, each of them once, and refuses everything else.
 *
 * <pre>{@code
 * FilterRegistration.Dynamic filter = context.addFilter("paycrypt", new PayCryptWebhookFilter(credentials));
 * filter.setAsyncSupported(true);
 * filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/paycrypt/webhook");
 * }</pre>
 *
 * <p>Behind it any code that takes a request may be: {@link #event(ServletRequest)} gives it the verified event, and the
 * body is there to be read, whole, by {@code getInputStream()} (a {@code ReadListener} works too) or
 * {@code getReader()}. Map it to the webhook's path alone and before every filter that reads bodies or parameters: a
 * body can be read once. {@code REQUEST} is the dispatcher type to map; under others it knows a delivery that it let
 * through and lets it pass again.
 *
 * <p>The shop's answer decides: a final status of 2xx acknowledges the delivery, whose copies are then answered 200
 * without reaching the shop; any other status and any exception leave it free to come again. Where the shop's code goes
 * asynchronous, that is decided when the asynchronous request completes. The shop's response is never touched. What is
 * refused gets the status that tells why, a constant short body, and no error page (only where a body broke off does
 * Tomcat put its own in the answer's place): 405 for any method but
 * {@code POST}, 413 for a body over the limit of the receiver, 401 for a key or signature that is wrong, 400 for a
 * timestamp that is malformed or out of the window or for a body that broke off or is no event, 409 for a copy of a delivery that is
 * being handled, 503 where the replay store is down.
 *
 * <p>Safe for use by any number of threads. Blocks while the body is read; the limit is
 * {@link WebhookReceiver#maxBodySize()} bytes, and what the headers condemn is refused before any of them is read. How
 * long a sender may take over a body is the container's to say.
 *
 * <p>Source: PayCrypt API guide, Security headers and webhook verification; Jakarta Servlet 6.0, sections 2.3.3.3 and
 * 6.2.
 */
public class PayCryptWebhookFilter implements Filter {
    private final UnaryOperator<@Nullable String> environment;
    private @Nullable WebhookReceiver receiver;

    /**
     * A filter that a container makes, from {@code web.xml} or as the superclass of one annotated with
     * {@code @WebFilter}: it takes the init parameters {@code key} and {@code secret}, or where one of them is absent
     * the environment's {@code PAYCRYPT_KEY} and {@code PAYCRYPT_SECRET}.
     */
    public PayCryptWebhookFilter() {
        this(System::getenv);
    }

    /**
     * A filter that accepts what these credentials signed, once, with the limits a receiver has by default.
     *
     * @param credentials the key and secret that PayCrypt signs with
     */
    public PayCryptWebhookFilter(Credentials credentials) {
        this(WebhookReceiver.builder(credentials).build());
    }

    /**
     * A filter that accepts what a receiver accepts: several credentials, another limit, a shared replay guard.
     *
     * @param receiver the receiver, without a handler: behind a filter the shop's own code handles the event
     * @throws IllegalArgumentException if the receiver has a handler, which a filter would never call
     */
    public PayCryptWebhookFilter(WebhookReceiver receiver) {
        this(System::getenv);
        if (receiver.hasHandler()) {
            throw new IllegalArgumentException(
                    "This receiver has a handler, and a filter would never call it: give the "
                            + "receiver to PayCryptWebhookServlet, or build it without a handler and handle the event behind "
                            + "the filter, from PayCryptWebhookFilter.event(request)");
        }
        this.receiver = receiver;
    }

    PayCryptWebhookFilter(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * The verified event of a request that came through this filter, through whatever wrapper or dispatch it went
     * since.
     *
     * @param request the request, as the shop's code has it
     * @return the event
     * @throws IllegalStateException if nothing was verified on this request: the filter is not mapped to its path
     */
    public static WebhookEvent event(ServletRequest request) {
        return verified(request).event();
    }

    /**
     * Reports that the shop's code failed on a verified delivery: for code that answers its failures itself, where an
     * exception would end in the framework's error handling. The delivery is free to come again, whatever is answered
     * afterwards.
     *
     * @param request the request, as the shop's code has it
     * @param cause what went wrong
     * @return what to send: 500, or 200 where the replay guard has stored the delivery for another attempt; another
     *     answer where the delivery was decided before
     * @throws IllegalStateException if nothing was verified on this request: the filter is not mapped to its path
     */
    public static WebhookResponse failed(ServletRequest request, Throwable cause) {
        return verified(request).failed(cause);
    }

    private static VerifiedDelivery verified(ServletRequest request) {
        VerifiedDelivery verified = VerifiedDelivery.last(request);
        if (verified == null) {
            throw new IllegalStateException("Nothing was verified on this request" + target(request)
                    + ": map PayCryptWebhookFilter to this path, for the dispatcher type REQUEST");
        }
        return verified;
    }

    private static String target(ServletRequest request) {
        return request instanceof HttpServletRequest http ? " to the servlet at " + http.getServletPath() : "";
    }

    /**
     * Takes the credentials from the init parameters or the environment, where no constructor was given any.
     *
     * @param config the init parameters {@code key} and {@code secret}, both optional
     * @throws ServletException if the key or the secret is in neither place, or cannot be right
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        if (receiver == null) {
            receiver = WebhookReceiver.builder(new FilterSettings(config, environment).credentials())
                    .build();
        }
    }

    /**
     * Refuses a request, or lets it through as a verified delivery.
     *
     * @param request the request
     * @param response the response
     * @param chain the shop's code
     * @throws IOException if the connection fails, or the shop's code throws it
     * @throws ServletException if the request is not HTTP, or the shop's code throws it
     */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = HttpMessages.http(request);
        HttpServletResponse answer = HttpMessages.http(response);
        VerifiedDelivery known = VerifiedDelivery.by(receiver(), request);
        if (known == null) {
            receive(http, answer, chain);
        } else {
            chain.doFilter(VerifiedRequest.isWithin(request) ? request : again(http, answer, known), response);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestHeaders headers = new RequestHeaders(request);
        Optional<WebhookResponse> refusal = receiver().precheck(request.getMethod(), headers);
        if (refusal.isPresent()) {
            HttpMessages.send(refusal.get(), response);
            return;
        }
        Optional<byte[]> body = HttpMessages.body(request, response, receiver().maxBodySize());
        if (body.isPresent()) {
            open(request, response, receiver().accept(request.getMethod(), headers, body.get()), body.get(), chain);
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

    /** A dispatch to the container's own request, whose body was read when the delivery came. */
    private static VerifiedRequest again(
            HttpServletRequest request, HttpServletResponse response, VerifiedDelivery delivery) {
        VerifiedRequest verified = new VerifiedRequest(request, response, delivery);
        verified.resumed();
        return verified;
    }

    private WebhookReceiver receiver() {
        if (receiver == null) {
            throw new IllegalStateException("PayCryptWebhookFilter was not initialised: a subclass that overrides "
                    + "init(FilterConfig) has to call super.init(config)");
        }
        return receiver;
    }
}
