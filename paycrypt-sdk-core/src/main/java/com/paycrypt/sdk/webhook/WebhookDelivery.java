package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.webhook.BodyLimits;
import com.paycrypt.sdk.internal.webhook.BodyReader;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One delivery between its verification and its outcome: for filters and frameworks, which call the handler themselves.
 *
 * <pre>{@code
 * WebhookDelivery delivery = receiver.accept(method, headers, body);
 * if (delivery.response().isPresent()) {
 *     return delivery.response().get();
 * }
 * try {
 *     handler.handle(delivery.event());
 *     return delivery.succeeded();
 * } catch (Exception e) {
 *     return delivery.failed(e);
 * }
 * }</pre>
 *
 * <p>The first outcome counts: any later call of {@link #succeeded succeeded} or {@link #failed failed} returns the same response and does
 * nothing else. Safe for use by any number of threads.
 */
public final class WebhookDelivery {
    private final @Nullable WebhookResponse immediate;
    private final @Nullable Claimed claimed;

    private WebhookDelivery(@Nullable WebhookResponse immediate, @Nullable Claimed claimed) {
        this.immediate = immediate;
        this.claimed = claimed;
    }

    static WebhookDelivery answered(WebhookResponse response) {
        return new WebhookDelivery(response, null);
    }

    private static WebhookDelivery claimed(ReplayGuard guard, Ticket ticket, String token, DeliveryReporter reporter) {
        return new WebhookDelivery(null, new Claimed(guard, ticket, token, reporter));
    }

    /** Claims a verified delivery, or stores it for workers. */
    static WebhookDelivery claim(ReplayGuard guard, Ticket ticket, boolean store, DeliveryReporter reporter) {
        reporter.verified(ticket.event());
        try {
            return of(guard, ticket, store ? guard.store(ticket) : guard.claim(ticket), reporter);
        } catch (Throwable e) {
            reporter.unavailable(ticket.event(), e);
            return answered(WebhookResponse.UNAVAILABLE);
        }
    }

    private static WebhookDelivery of(ReplayGuard guard, Ticket ticket, Claim claim, DeliveryReporter reporter) {
        if (claim.token().isPresent()) {
            return claimed(guard, ticket, claim.token().get(), reporter);
        }
        if (claim.state() == Claim.State.IN_PROGRESS) {
            reporter.inProgress(ticket.event());
            return answered(WebhookResponse.IN_PROGRESS);
        }
        if (claim.state() == Claim.State.STORED) {
            reporter.stored(ticket.event());
        } else {
            reporter.repeated(ticket.event());
        }
        return answered(WebhookResponse.OK);
    }

    /** Whatever the handler throws, errors included, the claim must not stay behind. */
    WebhookResponse run(WebhookHandler handler) {
        Throwable failure = null;
        try {
            handler.handle(event());
        } catch (Throwable e) {
            failure = e;
        }
        return outcome(failure);
    }

    /** Many stores fail on a thread that is interrupted; it is so again afterwards. */
    private WebhookResponse outcome(@Nullable Throwable failure) {
        boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
        try {
            return failure == null ? succeeded() : failed(failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Returns the response if there is nothing to handle: the delivery was rejected, is a copy of one that was handled or is
     * being handled, or the replay guard failed.
     *
     * @return the response to send, or empty if the handler is to be called with the event
     */
    public Optional<WebhookResponse> response() {
        return Optional.ofNullable(immediate);
    }

    /**
     * Returns the verified event.
     *
     * @return the event
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookEvent event() {
        return open().ticket.event();
    }

    /**
     * Records that the handler returned normally: the delivery is never handled again.
     *
     * <p>The response stays 200 if the guard fails to record this: the event was handled, and another status would only
     * invite the sender to send it again. The failure goes to the log at ERROR and to
     * {@link WebhookObserver#guardFailed WebhookObserver.guardFailed}.
     *
     * @return the response to send: 200
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookResponse succeeded() {
        return open().succeeded();
    }

    /**
     * Records that the handler failed: a copy of the delivery would be handled. One line goes to the log at ERROR, with
     * order, session and type.
     *
     * @param cause what went wrong
     * @return the response to send: 500, or 200 if the guard has stored the delivery for another attempt
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookResponse failed(Throwable cause) {
        return open().failed(Objects.requireNonNull(cause, "cause"));
    }

    private Claimed open() {
        if (claimed == null) {
            throw new IllegalStateException(
                    "this delivery has a response already and no event to handle: send response() and stop");
        }
        return claimed;
    }

    /**
     * A delivery whose headers were checked and whose body is awaited: for filters and frameworks, from
     * {@link WebhookReceiver#begin WebhookReceiver.begin}. It counts the body's bytes against the receiver's limits until they are verified.
     *
     * <pre>{@code
     * try (WebhookDelivery.Incoming incoming = receiver.begin(method, headers)) {
     *     Optional<byte[]> body = incoming.read(stream);
     *     if (body.isEmpty()) {
     *         return incoming.rejection().orElseThrow();
     *     }
     *     WebhookDelivery delivery = incoming.accept(body.get());
     * }
     * }</pre>
     *
     * <p>Must be closed, which returns the bytes to the receiver's budget whatever has become of the request. One thread
     * uses it at a time; any may close it.
     */
    public static final class Incoming implements AutoCloseable {
        private final @Nullable BodyLimits limits;
        private final long declaredSize;
        private final Function<byte[], WebhookDelivery> accept;
        private final Function<Reason, WebhookResponse> reject;
        private volatile @Nullable WebhookResponse rejection;
        private long received;

        Incoming(
                BodyLimits limits,
                long declaredSize,
                Function<byte[], WebhookDelivery> accept,
                Function<Reason, WebhookResponse> reject) {
            this.limits = limits;
            this.declaredSize = declaredSize;
            this.accept = accept;
            this.reject = reject;
        }

        private Incoming(WebhookResponse rejection) {
            this.limits = null;
            this.declaredSize = 0;
            this.accept = body -> answered(rejection);
            this.reject = reason -> rejection;
            this.rejection = rejection;
        }

        static Incoming rejected(WebhookResponse rejection) {
            return new Incoming(rejection);
        }

        /**
         * Returns the response if the delivery is rejected: by its headers, or by its body so far.
         *
         * @return the response to send, or empty if the body is worth reading
         */
        public Optional<WebhookResponse> rejection() {
            return Optional.ofNullable(rejection);
        }

        /**
         * Reads the body, up to {@link WebhookReceiver#maxBodySize()} and for up to 10 s, plus one read, whose time limit is
         * the server's. Reads nothing if the delivery is rejected.
         *
         * @param body the body's stream; not closed
         * @return the bytes to accept, or empty if the delivery is rejected, see {@link #rejection()}
         * @throws IOException if the body cannot be read
         */
        public Optional<byte[]> read(InputStream body) throws IOException {
            Objects.requireNonNull(body, "body");
            if (limits == null || rejection != null) {
                return Optional.empty();
            }
            BodyReader reader = new BodyReader(body, declaredSize, limits);
            byte[] bytes = reader.read();
            if (bytes == null) {
                reject(reader.isTooSlow() ? Reason.BODY_TOO_SLOW : Reason.OVERLOADED);
            }
            return Optional.ofNullable(bytes);
        }

        /**
         * Counts bytes that a non-blocking server has received, before it keeps them.
         *
         * @param bytes the number of further bytes
         * @return false if the delivery is rejected: discard what has come, read no more and send the {@link #rejection()}
         */
        public boolean received(int bytes) {
            if (limits == null || rejection != null) {
                return false;
            }
            received += bytes;
            if (received > limits.maxSize()) {
                reject(Reason.BODY_TOO_LARGE);
            } else if (!limits.grow(received)) {
                reject(Reason.OVERLOADED);
            }
            return rejection == null;
        }

        /**
         * Does everything up to the handler, as {@link WebhookReceiver#accept WebhookReceiver.accept} does, with the headers that were checked.
         * To be called once.
         *
         * @param body the body's bytes exactly as received; the event keeps this array
         * @return the delivery: with a response already, or with an event to handle
         */
        public WebhookDelivery accept(byte[] body) {
            Objects.requireNonNull(body, "body");
            WebhookResponse rejected = rejection;
            try {
                return rejected == null ? accept.apply(body) : answered(rejected);
            } finally {
                close();
            }
        }

        private void reject(Reason reason) {
            rejection = reject.apply(reason);
            close();
        }

        /** Returns the body's bytes to the receiver's budget. Closing again has no effect. */
        @Override
        public void close() {
            if (limits != null) {
                limits.release();
            }
        }
    }

    /** A granted claim and what becomes of it. */
    private static final class Claimed {
        private final ReplayGuard guard;
        private final Ticket ticket;
        private final String token;
        private final DeliveryReporter reporter;
        private @Nullable WebhookResponse outcome;

        private Claimed(ReplayGuard guard, Ticket ticket, String token, DeliveryReporter reporter) {
            this.guard = guard;
            this.ticket = ticket;
            this.token = token;
            this.reporter = reporter;
        }

        private WebhookResponse succeeded() {
            if (settle(WebhookResponse.OK)) {
                confirm();
                warnOfSlowHandler();
                reporter.handled(ticket.event());
            }
            return Objects.requireNonNull(outcome);
        }

        private WebhookResponse failed(Throwable cause) {
            if (settle(guard.storesDeliveries() ? WebhookResponse.OK : WebhookResponse.HANDLER_FAILED)) {
                release(cause);
                warnOfSlowHandler();
                report(cause);
            }
            return Objects.requireNonNull(outcome);
        }

        /** Containers may report several outcomes of one delivery: the first counts. */
        private synchronized boolean settle(WebhookResponse response) {
            boolean first = outcome == null;
            if (first) {
                outcome = response;
            }
            return first;
        }

        private void confirm() {
            try {
                if (!guard.confirm(ticket, token)) {
                    reporter.leaseLost(ticket.event());
                }
            } catch (Throwable e) {
                reporter.unrecorded(ticket.event(), "handled", e);
            }
        }

        private void release(Throwable cause) {
            try {
                guard.release(ticket, token, cause);
            } catch (Throwable e) {
                reporter.unrecorded(ticket.event(), "failed", e);
            }
        }

        /** A stored delivery needs no response in time. */
        private void warnOfSlowHandler() {
            if (!guard.storesDeliveries()) {
                reporter.warnIfSlow(ticket.event());
            }
        }

        private void report(Throwable cause) {
            if (guard.storesDeliveries()) {
                reporter.kept(ticket.event(), cause);
            } else {
                reporter.lost(ticket.event(), cause);
            }
        }
    }
}
