package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One delivery between its verification and its outcome: for filters and frameworks, which run the merchant's code
 * themselves.
 *
 * <pre>{@code
 * WebhookDelivery delivery = receiver.accept(method, headers, body);
 * if (delivery.response().isPresent()) {
 *     return delivery.response().get();
 * }
 * try {
 *     merchantsCode(delivery.event());
 *     return delivery.succeeded();
 * } catch (Exception e) {
 *     return delivery.failed(e);
 * }
 * }</pre>
 *
 * <p>The first outcome counts: any later call of {@link #succeeded} or {@link #failed} returns the same answer and does
 * nothing. Safe for use by any number of threads.
 */
public final class WebhookDelivery {
    private final @Nullable WebhookResponse immediate;
    private final @Nullable Claimed claimed;

    private WebhookDelivery(@Nullable WebhookResponse immediate, @Nullable Claimed claimed) {
        this.immediate = immediate;
        this.claimed = claimed;
    }

    static WebhookDelivery answered(WebhookResponse answer) {
        return new WebhookDelivery(answer, null);
    }

    static WebhookDelivery claimed(Claimed claimed) {
        return new WebhookDelivery(null, claimed);
    }

    /**
     * The answer where nothing is to be handled: the delivery was refused, is a copy of one that was taken or is being
     * handled, or the replay guard failed.
     *
     * @return what to send, or empty where the merchant's code is to handle the event
     */
    public Optional<WebhookResponse> response() {
        return Optional.ofNullable(immediate);
    }

    /**
     * The verified event.
     *
     * @return the event
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookEvent event() {
        return open().ticket.event();
    }

    /**
     * The merchant's code took the event: the delivery is never handled again.
     *
     * <p>The answer stays 200 where the guard fails to record this: the event was taken, and another status would only
     * invite the sender to send it again. The failure goes to the log at ERROR and to
     * {@link WebhookListener#guardFailed}.
     *
     * @return what to send: 200
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookResponse succeeded() {
        return open().succeeded();
    }

    /**
     * The merchant's code failed: the delivery may be sent again. One line goes to the log at ERROR, with order, session
     * and type.
     *
     * @param cause what went wrong
     * @return what to send: 500, or 200 where the guard has stored the delivery for another attempt
     * @throws IllegalStateException if there is an {@link #response()} already
     */
    public WebhookResponse failed(Throwable cause) {
        return open().failed(Objects.requireNonNull(cause, "cause"));
    }

    private Claimed open() {
        if (claimed == null) {
            throw new IllegalStateException(
                    "this delivery is answered already and has no event to handle: send response() and stop");
        }
        return claimed;
    }

    /** A granted claim and what becomes of it. */
    static final class Claimed {
        private final ReplayGuard guard;
        private final Ticket ticket;
        private final String token;
        private final Journal journal;
        private @Nullable WebhookResponse outcome;

        Claimed(ReplayGuard guard, Ticket ticket, String token, Journal journal) {
            this.guard = guard;
            this.ticket = ticket;
            this.token = token;
            this.journal = journal;
        }

        private WebhookResponse succeeded() {
            if (settle(WebhookResponse.OK)) {
                confirm();
                journal.handled(ticket.event());
            }
            return Objects.requireNonNull(outcome);
        }

        private WebhookResponse failed(Throwable cause) {
            if (settle(guard.storesDeliveries() ? WebhookResponse.OK : WebhookResponse.HANDLER_FAILED)) {
                release(cause);
                report(cause);
            }
            return Objects.requireNonNull(outcome);
        }

        /** Of several outcomes, which a container may well report of one delivery, the first counts. */
        private synchronized boolean settle(WebhookResponse answer) {
            boolean first = outcome == null;
            if (first) {
                outcome = answer;
            }
            return first;
        }

        private void confirm() {
            try {
                if (!guard.confirm(ticket, token)) {
                    journal.leaseLost(ticket.event());
                }
            } catch (Throwable e) {
                journal.unrecorded(ticket.event(), "handled", e);
            }
        }

        private void release(Throwable cause) {
            try {
                guard.release(ticket, token, cause);
            } catch (Throwable e) {
                journal.unrecorded(ticket.event(), "failed", e);
            }
        }

        private void report(Throwable cause) {
            if (guard.storesDeliveries()) {
                journal.keptForLater(ticket.event(), cause);
            } else {
                journal.lost(ticket.event(), cause);
            }
        }
    }
}
