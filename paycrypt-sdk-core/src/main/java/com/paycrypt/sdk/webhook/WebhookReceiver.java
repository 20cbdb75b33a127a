package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.BodyLimits;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.internal.webhook.SignatureHeaders;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import com.paycrypt.sdk.webhook.WebhookDelivery.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
 * <p>Frameworks that call the handler themselves {@link #begin begin} with the headers, go on with the body, and report
 * the outcome to the {@link WebhookDelivery}; those that have the bytes already call {@link #accept accept}.
 *
 * <p>Immutable and safe for use by any number of threads; share one. It blocks on the body's stream, the replay guard
 * and the handler alone.
 *
 * @see "PayCrypt API guide: Security headers, webhook verification"
 */
public final class WebhookReceiver {
    private final WebhookVerifier verifier;
    private final ReplayGuard guard;
    private final int maxBodySize;
    private final long maxBytesInFlight;
    private final AtomicLong bytesInFlight = new AtomicLong();
    private final LongSupplier nanoTime;
    private final DeliveryLog log;
    private final List<WebhookListener> listeners;
    private final @Nullable WebhookHandler handler;
    private final boolean answersFirst;

    private WebhookReceiver(Builder builder) {
        this.verifier = builder.verifier;
        this.guard = builder.guard != null ? builder.guard : ReplayGuard.inMemory();
        this.maxBodySize = builder.maxBodySize;
        this.maxBytesInFlight = builder.maxBytesInFlight();
        this.nanoTime = builder.nanoTime;
        this.log = new DeliveryLog(builder.nanoTime);
        this.listeners = List.copyOf(builder.listeners);
        this.handler = builder.handler;
        this.answersFirst = builder.answersFirst;
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
     * @param body the body; read up to {@link #maxBodySize()} and for up to 10 s plus one read, and not at all if the headers
     *     are rejected; not closed
     * @return the response to send
     * @throws IOException if the body cannot be read
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse receive(String method, Function<String, @Nullable List<String>> headers, InputStream body)
            throws IOException {
        requireHandler();
        try (Incoming incoming = begin(method, headers)) {
            Optional<byte[]> read = incoming.read(body);
            return read.isPresent()
                    ? handle(incoming.accept(read.get()))
                    : incoming.rejection().orElseThrow();
        }
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
        requireHandler();
        return handle(accept(method, headers, body));
    }

    /**
     * Checks what needs no byte of the body: method, declared size, headers, timestamp and the form of the signature.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as for {@link #receive receive}; {@code Content-Length} is looked
     *     at as well
     * @return the response to send, or empty if the body is worth reading
     */
    public Optional<WebhookResponse> precheck(String method, Function<String, @Nullable List<String>> headers) {
        try (Incoming incoming = begin(method, headers)) {
            return incoming.rejection();
        }
    }

    /**
     * Checks what needs no byte of the body, as {@link #precheck precheck} does, and then receives the body within the
     * limits: for filters and non-blocking servers.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as for {@link #receive receive}
     * @return the delivery whose body is awaited, or rejected already; to be closed
     */
    public Incoming begin(String method, Function<String, @Nullable List<String>> headers) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        try {
            long declaredSize = SignatureHeaders.declaredSize(headers);
            SignatureHeaders signed = admit(method, declaredSize, headers);
            return new Incoming(
                    new BodyLimits(maxBodySize, maxBytesInFlight, bytesInFlight, nanoTime),
                    declaredSize,
                    body -> accept(() -> signed, headers, body),
                    reason -> rejected(WebhookRejectedException.ofRequest(reason, maxBodySize), headers));
        } catch (WebhookRejectedException rejected) {
            return Incoming.rejected(rejected(rejected, headers));
        } catch (RuntimeException e) {
            return Incoming.rejected(unresolved(e, DeliveryReporter.started(log, listeners)));
        }
    }

    private WebhookResponse rejected(
            WebhookRejectedException rejected, Function<String, @Nullable List<String>> headers) {
        DeliveryReporter.started(log, listeners).rejected(rejected, 0, () -> verifier.explain(rejected, headers));
        return WebhookResponse.of(rejected);
    }

    /**
     * Does everything up to the handler, which the caller runs between this and the delivery's outcome. It does not need
     * {@link #precheck precheck}, which saves reading the body of what is rejected; {@link #begin begin} does both.
     *
     * @param method the HTTP method
     * @param headers returns the values of a header by its name, as for {@link #receive receive}
     * @param body the body's bytes exactly as received; the event keeps this array. For a body that is too large to be
     *     rejected, pass one byte more than {@link #maxBodySize()}
     * @return the delivery: with a response already, or with an event to handle
     */
    public WebhookDelivery accept(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        return accept(() -> admit(method, SignatureHeaders.declaredSize(headers), headers), headers, body);
    }

    private WebhookDelivery accept(
            Supplier<SignatureHeaders> admitted, Function<String, @Nullable List<String>> headers, byte[] body) {
        DeliveryReporter reporter = DeliveryReporter.started(log, listeners);
        try {
            SignatureHeaders signed = admitted.get();
            WebhookRejectedException.requireSize(body.length, maxBodySize);
            WebhookEvent event = verifier.verify(signed, body);
            Ticket ticket = new Ticket(event, UnixSeconds.parseHeader(signed.timestamp()));
            return WebhookDelivery.claim(guard, ticket, answersFirst, reporter);
        } catch (WebhookRejectedException rejected) {
            reporter.rejected(rejected, body.length, () -> verifier.explain(headers, body));
            return WebhookDelivery.answered(WebhookResponse.of(rejected));
        } catch (RuntimeException e) {
            return WebhookDelivery.answered(unresolved(e, reporter));
        }
    }

    /**
     * Invokes the receiver's handler on a delivery that was accepted, on any thread, and reports the outcome.
     *
     * @param delivery the delivery
     * @return the response to send; the delivery's own if it has one already
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse handle(WebhookDelivery delivery) {
        requireHandler();
        return delivery.response().orElseGet(() -> delivery.run(Objects.requireNonNull(handler)));
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
     * Whether {@link #receive receive} can be called.
     *
     * @return true if a handler was given, or the receiver answers first and needs none
     */
    public boolean hasHandler() {
        return handler != null || answersFirst;
    }

    /** A vault that cannot be reached is no fault of the sender. */
    private WebhookResponse unresolved(RuntimeException failure, DeliveryReporter reporter) {
        if (!verifier.resolvesKeys()) {
            throw failure;
        }
        reporter.unresolved(failure);
        return WebhookResponse.UNAVAILABLE;
    }

    private SignatureHeaders admit(String method, long declaredSize, Function<String, @Nullable List<String>> headers) {
        WebhookRejectedException.requirePost(method);
        WebhookRejectedException.requireSize(declaredSize, maxBodySize);
        return verifier.admit(headers);
    }

    private void requireHandler() {
        if (!hasHandler()) {
            throw new IllegalStateException(
                    "receive needs a handler: give the builder one, or call begin or accept and handle the event yourself");
        }
    }

    /** Builds a receiver. */
    public static final class Builder {
        private static final int MAX_LIMIT = 64 << 20;

        private final WebhookVerifier verifier;
        private final List<WebhookListener> listeners = new ArrayList<>();
        private @Nullable WebhookHandler handler;
        private @Nullable ReplayGuard guard;
        private boolean answersFirst;
        private int maxBodySize = 1 << 20;
        private @Nullable Long maxBytesInFlight;
        private LongSupplier nanoTime = System::nanoTime;

        private Builder(WebhookVerifier verifier) {
            this.verifier = verifier;
        }

        /**
         * Sets the handler. Not needed if only {@link #precheck precheck} and {@link #accept accept} are called.
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
         * Sends 200 as soon as the delivery is stored. Needs a guard that {@linkplain ReplayGuard#storesDeliveries() stores
         * deliveries}: a {@link WebhookInbox}, whose {@link WebhookInbox#start workers} have the handler.
         *
         * @return this builder
         */
        public Builder answerFirst() {
            this.answersFirst = true;
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
         * Limits the bytes of all bodies that are not yet verified: to an eighth of the heap, at most 64 MiB, unless set.
         * Beyond it the response is 503. The first 16 KiB of each body do not count: a genuine delivery is never shut out.
         *
         * @param bytes the limit in bytes, at least {@link #maxBodySize maxBodySize}
         * @return this builder
         */
        public Builder maxBytesInFlight(long bytes) {
            this.maxBytesInFlight = bytes;
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
         * @throws IllegalArgumentException if a limit is out of its range, or the receiver answers first without an inbox
         */
        public WebhookReceiver build() {
            require(
                    maxBodySize >= 1 && maxBodySize <= MAX_LIMIT,
                    "maxBodySize must be from 1 to " + MAX_LIMIT + " bytes, not " + maxBodySize);
            require(
                    maxBytesInFlight() >= maxBodySize,
                    "maxBytesInFlight must be at least the " + maxBodySize + " bytes of maxBodySize, not "
                            + maxBytesInFlight);
            require(
                    !answersFirst || (guard != null && guard.storesDeliveries()),
                    "answerFirst needs a replayGuard that stores deliveries, so that none is lost after its 200: a WebhookInbox");
            require(
                    !answersFirst || handler == null,
                    "answerFirst never calls the receiver's handler: give it to the workers, inbox.start(handler)");
            return new WebhookReceiver(this);
        }

        private long maxBytesInFlight() {
            long ofHeap = Math.min(Runtime.getRuntime().maxMemory() / 8, MAX_LIMIT);
            return maxBytesInFlight == null ? Math.max(maxBodySize, ofHeap) : maxBytesInFlight;
        }

        private static void require(boolean valid, String message) {
            if (!valid) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
