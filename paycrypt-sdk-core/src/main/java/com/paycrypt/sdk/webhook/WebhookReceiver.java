package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The whole webhook side for any server: takes what came in, runs the merchant's handler if it is to be believed, and
 * says what to answer.
 *
 * <pre>{@code
 * WebhookReceiver receiver = WebhookReceiver.builder(Credentials.of(key, secret))
 *         .handler(event -> orders.apply(event))
 *         .build();
 *
 * WebhookResponse answer = receiver.receive(method, headers::get, bodyStream);
 * }</pre>
 *
 * <p>A delivery passes these stages in this order, and what fails one is answered there: method and declared size,
 * headers, timestamp, form of the signature; then the body is read within bounds, its signature checked, its JSON read;
 * then it is claimed from the replay guard and handled. What is refused never reaches the merchant's code, and all up
 * to the body is refused before a byte of it is read.
 *
 * <p>Servers that run the merchant's code themselves call {@link #precheck} with the headers, {@link #accept} with the body,
 * and report the outcome to the {@link WebhookDelivery}.
 *
 * <p>Immutable and safe for use by any number of threads; share one. It blocks on the body's stream, the replay guard
 * and the handler alone.
 *
 * <p>Source: PayCrypt API guide, Security headers and Django webhook verification.
 */
public final class WebhookReceiver {
    private final Verification verification;
    private final Explanation explanation;
    private final ReplayGuard guard;
    private final int maxBodySize;
    private final Journal journal;
    private final @Nullable WebhookHandler handler;

    private WebhookReceiver(Builder builder) {
        this.verification = new Verification(builder.accepted, builder.clock);
        this.explanation = new Explanation(builder.accepted, builder.clock, verification);
        this.guard = builder.guard != null ? builder.guard : ReplayGuard.inMemory(100_000, builder.clock);
        this.maxBodySize = builder.maxBodySize;
        this.journal = new Journal(builder.listener);
        this.handler = builder.handler;
    }

    /**
     * Starts a receiver.
     *
     * @param credentials the key and the secret that sign the deliveries
     * @return a builder
     */
    public static Builder builder(Credentials credentials) {
        return new Builder(credentials);
    }

    /**
     * Reads, verifies, claims and handles a delivery.
     *
     * @param method the HTTP method
     * @param headers gives the values of a header by its name, null or empty where it is absent: a map's
     *     {@code ::get}. The map's names may be in their canonical or in lower case, or match in any case
     * @param body the body; read up to {@link #maxBodySize()}, and not at all where the headers are refused; not closed
     * @return what to send
     * @throws IOException if the body cannot be read
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse receive(String method, Function<String, @Nullable List<String>> headers, InputStream body)
            throws IOException {
        WebhookHandler toCall = requireHandler();
        Objects.requireNonNull(body, "body");
        Optional<WebhookResponse> refusal = precheck(method, headers);
        return refusal.isPresent()
                ? refusal.get()
                : handle(accept(method, headers, body.readNBytes(maxBodySize + 1)), toCall);
    }

    /**
     * Verifies, claims and handles a delivery whose body was read already.
     *
     * @param method the HTTP method
     * @param headers gives the values of a header by its name, as above
     * @param body the body's bytes exactly as received; the event keeps this array
     * @return what to send
     * @throws IllegalStateException if the receiver has no handler
     */
    public WebhookResponse receive(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        WebhookHandler toCall = requireHandler();
        return handle(accept(method, headers, body), toCall);
    }

    /**
     * What can be refused before a byte of the body is read: method, declared size, headers, timestamp and the form of
     * the signature.
     *
     * @param method the HTTP method
     * @param headers gives the values of a header by its name, as for {@link #receive}; {@code Content-Length} is
     *     looked at as well
     * @return what to send, or empty where the body is worth reading
     */
    public Optional<WebhookResponse> precheck(String method, Function<String, @Nullable List<String>> headers) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        try {
            admit(method, headers);
            return Optional.empty();
        } catch (WebhookRejectedException refused) {
            journal.explain(refused.reason(), 0, () -> explanation.of(refused, headers));
            return Optional.of(answer(refused));
        }
    }

    /**
     * Everything up to the merchant's code, which the caller runs between this and the delivery's outcome. Stands by
     * itself: calling {@link #precheck} before saves reading the body of what is refused by its headers.
     *
     * @param method the HTTP method
     * @param headers gives the values of a header by its name, as for {@link #receive}
     * @param body the body's bytes exactly as received; the event keeps this array. To refuse a body that is too large,
     *     hand over one byte more than {@link #maxBodySize()}
     * @return the delivery: answered already, or with an event to handle
     */
    public WebhookDelivery accept(String method, Function<String, @Nullable List<String>> headers, byte[] body) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
        try {
            SignatureHeaders signed = admit(method, headers);
            requireSize(body.length);
            return claim(verification.verify(signed, body), TimeWindow.parse(signed.timestamp()));
        } catch (WebhookRejectedException refused) {
            journal.explain(refused.reason(), body.length, () -> explanation.of(headers, body));
            return WebhookDelivery.answered(answer(refused));
        }
    }

    /**
     * The largest body that is read.
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

    private SignatureHeaders admit(String method, Function<String, @Nullable List<String>> headers) {
        requirePost(method);
        requireSize(DeclaredSize.of(headers));
        return verification.admit(headers);
    }

    private static void requirePost(String method) {
        if (!method.equals("POST")) {
            throw new WebhookRejectedException(
                    Reason.METHOD_NOT_ALLOWED,
                    "deliveries are POSTed: a GET may be a redirect's doing, so give PayCrypt the final webhook_url");
        }
    }

    private void requireSize(long size) {
        if (size > maxBodySize) {
            throw new WebhookRejectedException(
                    Reason.BODY_TOO_LARGE, "the body is larger than the " + maxBodySize + " bytes of maxBodySize");
        }
    }

    private WebhookDelivery claim(WebhookEvent event, long timestamp) {
        journal.verified(event);
        Ticket ticket = new Ticket(event, timestamp);
        try {
            return delivery(ticket, guard.claim(ticket));
        } catch (Throwable e) {
            journal.unavailable(event, e);
            return WebhookDelivery.answered(WebhookResponse.UNAVAILABLE);
        }
    }

    private WebhookDelivery delivery(Ticket ticket, Claim claim) {
        if (claim.token().isPresent()) {
            return WebhookDelivery.claimed(
                    new WebhookDelivery.Claimed(guard, ticket, claim.token().get(), journal));
        }
        if (claim.state() == Claim.State.ALREADY_HANDLED) {
            journal.repeated(ticket.event());
            return WebhookDelivery.answered(WebhookResponse.OK);
        }
        journal.inProgress(ticket.event());
        return WebhookDelivery.answered(WebhookResponse.IN_PROGRESS);
    }

    private WebhookHandler requireHandler() {
        if (handler == null) {
            throw new IllegalStateException("receive needs a handler: give the builder one, or use refuse and open");
        }
        return handler;
    }

    private static WebhookResponse handle(WebhookDelivery delivery, WebhookHandler handler) {
        return delivery.response().orElseGet(() -> run(delivery, handler));
    }

    /** Whatever the merchant's code throws, errors included, the claim must not stay behind. */
    private static WebhookResponse run(WebhookDelivery delivery, WebhookHandler handler) {
        try {
            handler.handle(delivery.event());
        } catch (Throwable e) {
            return Uninterrupted.call(e instanceof InterruptedException, () -> delivery.failed(e));
        }
        return Uninterrupted.call(false, delivery::succeeded);
    }

    private WebhookResponse answer(WebhookRejectedException refused) {
        journal.refused(refused);
        return WebhookResponse.of(refused);
    }

    /** Builds a receiver. */
    public static final class Builder {
        private static final int LARGEST_LIMIT = 64 << 20;

        private final List<Credentials> accepted = new ArrayList<>();
        private @Nullable WebhookHandler handler;
        private @Nullable ReplayGuard guard;
        private int maxBodySize = 1 << 20;
        private Clock clock = Clock.systemUTC();
        private WebhookListener listener = new WebhookListener() {};

        private Builder(Credentials credentials) {
            alsoAccept(credentials);
        }

        /**
         * Accepts a further key, or a further secret of the same key while it is rotated. PayCrypt signs with the
         * account's first active key, which need not be the one that created the session.
         *
         * @param credentials the key and secret
         * @return this builder
         */
        public Builder alsoAccept(Credentials credentials) {
            accepted.add(Objects.requireNonNull(credentials, "credentials"));
            return this;
        }

        /**
         * The merchant's code. Not needed where only {@link #precheck} and {@link #accept} are used.
         *
         * @param handler handles verified events
         * @return this builder
         */
        public Builder handler(WebhookHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * What lets each delivery through once: {@link ReplayGuard#inMemory()} unless set.
         *
         * @param guard the guard, shared by all processes that receive deliveries
         * @return this builder
         */
        public Builder replayGuard(ReplayGuard guard) {
            this.guard = Objects.requireNonNull(guard, "guard");
            return this;
        }

        /**
         * The largest body that is read: 1 MiB unless set.
         *
         * @param bytes the limit in bytes, from 1 to 64 MiB
         * @return this builder
         */
        public Builder maxBodySize(int bytes) {
            this.maxBodySize = bytes;
            return this;
        }

        /**
         * Takes the time from another clock than the system's; for tests. The guard that is used where none was set
         * goes by it, too.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sees what becomes of deliveries.
         *
         * @param listener told of every delivery
         * @return this builder
         */
        public Builder listener(WebhookListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Builds the receiver.
         *
         * @return the receiver
         * @throws IllegalArgumentException if the limit of the body is out of its range
         */
        public WebhookReceiver build() {
            if (maxBodySize < 1 || maxBodySize > LARGEST_LIMIT) {
                throw new IllegalArgumentException(
                        "maxBodySize must be from 1 to " + LARGEST_LIMIT + " bytes, not " + maxBodySize);
            }
            return new WebhookReceiver(this);
        }
    }
}
