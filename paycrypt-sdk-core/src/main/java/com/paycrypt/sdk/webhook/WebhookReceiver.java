package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Receives webhooks on any HTTP server: verifies and deduplicates each delivery, invokes the handler and returns the
 * response to send.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.builder(Credentials.of(key, secret))
 *         .handler(event -> orders.apply(event))
 *         .build();
 *
 * WebhookResponse response = receiver.receive(method, headers::get, bodyStream);
 * }</pre>
 *
 * <p>A delivery passes these stages in this order, and the first that it fails decides its response: method and declared
 * size, headers, timestamp, form of the signature; then the body is read within bounds, its signature verified, its JSON
 * read; then the replay guard claims it and the handler is called. What is rejected never reaches the handler, and all up
 * to the body is rejected before a byte of it is read.
 *
 * <p>Frameworks that call the handler themselves call {@link #precheck precheck} with the headers, {@link #accept accept}
 * with the body, and report the outcome to the {@link WebhookDelivery}.
 *
 * <p>Immutable and safe for use by any number of threads; share one. It blocks on the body's stream, the replay guard
 * and the handler alone.
 *
 * <p>Source: PayCrypt API guide, Security headers and Django webhook verification.
 */
public final class WebhookReceiver {
    private final WebhookVerifier verifier;
    private final ReplayGuard guard;
    private final int maxBodySize;
    private final DeliveryLog log;
    private final List<WebhookListener> listeners;
    private final @Nullable WebhookHandler handler;

    private WebhookReceiver(Builder builder) {
        this.verifier = builder.verifier;
        this.guard = builder.guard != null ? builder.guard : ReplayGuard.inMemory();
        this.maxBodySize = builder.maxBodySize;
        this.log = new DeliveryLog(builder.nanoTime);
        this.listeners = List.copyOf(builder.listeners);
        this.handler = builder.handler;
    }

    /**
     * Starts a receiver for one key and secret.
     *
     * @param credentials the key and the secret that sign the deliveries
     * @return a builder
     */
    public static Builder builder(Credentials credentials) {
        return new Builder(WebhookVerifier.of(Objects.requireNonNull(credentials, "credentials")));
    }

    /**
     * Starts a receiver for all keys that a resolver knows: for a platform with many merchants.
     *
     * @param resolver finds the credentials of the key that a delivery names
     * @return a builder
     */
    public static Builder builder(CredentialsResolver resolver) {
        return new Builder(WebhookVerifier.of(resolver));
    }

    /**
     * Starts a receiver for what a verifier accepts: several keys or secrets, or by a clock of its own.
     *
     * @param verifier verifies the deliveries
     * @return a builder
     */
    public static Builder builder(WebhookVerifier verifier) {
        return new Builder(Objects.requireNonNull(verifier, "verifier"));
    }

    /**
     * Reads, verifies, claims and handles a delivery.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, null or empty if it is absent: a map's {@code ::get}. The
     *     map's names may be in their canonical or in lower case, or match in any case
     * @param body the body; read up to {@link #maxBodySize()}, and not at all if the headers are rejected; not closed
     * @return the response to send
     * @throws IOException if the body cannot be read
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse receive(String method, Function<String, @Nullable List<String>> headers, InputStream body)
            throws IOException {
        WebhookHandler toCall = requireHandler();
        Objects.requireNonNull(body, "body");
        Optional<WebhookResponse> rejection = precheck(method, headers);
        return rejection.isPresent()
                ? rejection.get()
                : handle(accept(method, headers, body.readNBytes(maxBodySize + 1)), toCall);
    }

    /**
     * Verifies, claims and handles a delivery whose body was read already.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as above
     * @param body the body's bytes exactly as received; the event keeps this array
     * @return the response to send
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse receive(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        WebhookHandler toCall = requireHandler();
        return handle(accept(method, headers, body), toCall);
    }

    /**
     * Checks what needs no byte of the body: method, declared size, headers, timestamp and the form of the signature.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as for {@link #receive}; {@code Content-Length} is looked
     *     at as well
     * @return the response to send, or empty if the body is worth reading
     */
    public Optional<WebhookResponse> precheck(String method, Function<String, @Nullable List<String>> headers) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        try {
            admit(method, headers);
            return Optional.empty();
        } catch (WebhookRejectedException rejected) {
            started().rejected(rejected, 0, () -> verifier.explain(rejected, headers));
            return Optional.of(WebhookResponse.of(rejected));
        } catch (RuntimeException e) {
            return Optional.of(unresolved(e, started()));
        }
    }

    /**
     * Does everything up to the handler, which the caller runs between this and the delivery's outcome. It does not need
     * {@link #precheck precheck}, which saves reading the body of what is rejected by its headers.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as for {@link #receive}
     * @param body the body's bytes exactly as received; the event keeps this array. For a body that is too large to be
     *     rejected, pass one byte more than {@link #maxBodySize()}
     * @return the delivery: with a response already, or with an event to handle
     */
    public WebhookDelivery accept(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        DeliveryReporter reporter = started();
        try {
            SignatureHeaders signed = admit(method, headers);
            requireSize(body.length);
            WebhookEvent event = verifier.verify(signed, body);
            return claim(new Ticket(event, UnixSeconds.parseHeader(signed.timestamp())), reporter);
        } catch (WebhookRejectedException rejected) {
            reporter.rejected(rejected, body.length, () -> verifier.explain(headers, body));
            return WebhookDelivery.answered(WebhookResponse.of(rejected));
        } catch (RuntimeException e) {
            return WebhookDelivery.answered(unresolved(e, reporter));
        }
    }

    /**
     * Returns the size of the largest body that is read.
     *
     * @return the limit in bytes
     */
    public int maxBodySize() {
        return maxBodySize;
    }

    /**
     * Whether the receiver has a handler, which {@link #receive} needs.
     *
     * @return true if a handler was given
     */
    public boolean hasHandler() {
        return handler != null;
    }

    /** A vault that cannot be reached is no fault of the sender. */
    private WebhookResponse unresolved(RuntimeException failure, DeliveryReporter reporter) {
        if (!verifier.resolvesKeys()) {
            throw failure;
        }
        reporter.unresolved(failure);
        return WebhookResponse.UNAVAILABLE;
    }

    private DeliveryReporter started() {
        return DeliveryReporter.started(log, listeners);
    }

    private SignatureHeaders admit(String method, Function<String, @Nullable List<String>> headers) {
        requirePost(method);
        requireSize(SignatureHeaders.declaredSize(headers));
        return verifier.admit(headers);
    }

    private static void requirePost(String method) {
        if (!method.equals("POST")) {
            throw new WebhookRejectedException(
                    Reason.METHOD_NOT_ALLOWED,
                    "deliveries are POSTed: a GET may result from a redirect, so give PayCrypt the final webhook_url");
        }
    }

    private void requireSize(long size) {
        if (size > maxBodySize) {
            throw new WebhookRejectedException(
                    Reason.BODY_TOO_LARGE, "the body is larger than the " + maxBodySize + " bytes of maxBodySize");
        }
    }

    private WebhookDelivery claim(Ticket ticket, DeliveryReporter reporter) {
        reporter.verified(ticket.event());
        try {
            return delivery(ticket, guard.claim(ticket), reporter);
        } catch (Throwable e) {
            reporter.unavailable(ticket.event(), e);
            return WebhookDelivery.answered(WebhookResponse.UNAVAILABLE);
        }
    }

    private WebhookDelivery delivery(Ticket ticket, Claim claim, DeliveryReporter reporter) {
        if (claim.token().isPresent()) {
            return WebhookDelivery.claimed(guard, ticket, claim.token().get(), reporter);
        }
        if (claim.state() == Claim.State.ALREADY_HANDLED) {
            reporter.repeated(ticket.event());
            return WebhookDelivery.answered(WebhookResponse.OK);
        }
        if (claim.state() == Claim.State.STORED) {
            reporter.stored();
            return WebhookDelivery.answered(WebhookResponse.OK);
        }
        reporter.inProgress(ticket.event());
        return WebhookDelivery.answered(WebhookResponse.IN_PROGRESS);
    }

    private WebhookHandler requireHandler() {
        if (handler == null) {
            throw new IllegalStateException(
                    "receive needs a handler: give the builder one, or call precheck and accept");
        }
        return handler;
    }

    private static WebhookResponse handle(WebhookDelivery delivery, WebhookHandler handler) {
        return delivery.response().orElseGet(() -> run(delivery, handler));
    }

    /** Whatever the handler throws, errors included, the claim must not stay behind. */
    private static WebhookResponse run(WebhookDelivery delivery, WebhookHandler handler) {
        Throwable failure = null;
        try {
            handler.handle(delivery.event());
        } catch (Throwable e) {
            failure = e;
        }
        return outcome(delivery, failure);
    }

    /** Many stores fail on a thread that is interrupted; it is so again afterwards. */
    private static WebhookResponse outcome(WebhookDelivery delivery, @Nullable Throwable failure) {
        boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
        try {
            return failure == null ? delivery.succeeded() : delivery.failed(failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Builds a receiver. */
    public static final class Builder {
        private static final int MAX_LIMIT = 64 << 20;

        private final WebhookVerifier verifier;
        private final List<WebhookListener> listeners = new ArrayList<>();
        private @Nullable WebhookHandler handler;
        private @Nullable ReplayGuard guard;
        private int maxBodySize = 1 << 20;
        private LongSupplier nanoTime = System::nanoTime;

        private Builder(WebhookVerifier verifier) {
            this.verifier = verifier;
        }

        /**
         * Sets the handler. Not needed if only {@link #precheck} and {@link #accept} are called.
         *
         * @param handler handles verified events
         * @return this builder
         */
        public Builder handler(WebhookHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Sets the guard that lets each delivery through once: {@link ReplayGuard#inMemory()} unless set.
         *
         * @param guard the guard, shared by all processes that receive deliveries
         * @return this builder
         */
        public Builder replayGuard(ReplayGuard guard) {
            this.guard = Objects.requireNonNull(guard, "guard");
            return this;
        }

        /**
         * Limits the size of a body: to 1 MiB unless set.
         *
         * @param bytes the limit in bytes, from 1 to 64 MiB
         * @return this builder
         */
        public Builder maxBodySize(int bytes) {
            this.maxBodySize = bytes;
            return this;
        }

        /**
         * Adds a listener, for metrics or tracing.
         *
         * @param listener creates an observer for each delivery; called in the order in which listeners were added
         * @return this builder
         */
        public Builder listener(WebhookListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Sets the time by which handlers are found slow. */
        Builder nanoTime(LongSupplier source) {
            this.nanoTime = source;
            return this;
        }

        /**
         * Builds the receiver.
         *
         * @return the receiver
         * @throws IllegalArgumentException if the limit of the body is out of its range
         */
        public WebhookReceiver build() {
            if (maxBodySize < 1 || maxBodySize > MAX_LIMIT) {
                throw new IllegalArgumentException(
                        "maxBodySize must be from 1 to " + MAX_LIMIT + " bytes, not " + maxBodySize);
            }
            return new WebhookReceiver(this);
        }
    }
}
