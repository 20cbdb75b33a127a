package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.util.Objects;
import java.util.Optional;
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
 * <p>The first outcome counts: any later call of {@link #succeeded} or {@link #failed} returns the same response and does
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

    static WebhookDelivery claimed(ReplayGuard guard, Ticket ticket, String token, DeliveryReporter reporter) {
        return new WebhookDelivery(null, new Claimed(guard, ticket, token, reporter));
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
     * {@link WebhookObserver#guardFailed}.
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
