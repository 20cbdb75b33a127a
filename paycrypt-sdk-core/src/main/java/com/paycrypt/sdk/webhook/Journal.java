package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.inbox.StoredDelivery;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the log and the listener what becomes of deliveries. */
final class Journal {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk.webhook");

    private static final String AND_NOW = "; see WebhookInbox.unhandled(), retry and close, digest=";
    private static final int MAX_EXPLAINED = 64 << 10;
    private static final Set<Reason> EXPLAINED = Set.of(
            Reason.MALFORMED_TIMESTAMP,
            Reason.TIMESTAMP_OUT_OF_WINDOW,
            Reason.MALFORMED_SIGNATURE,
            Reason.WRONG_SIGNATURE,
            Reason.MALFORMED_EVENT);

    private final WebhookListener listener;
    private final RateLimit warnings = new RateLimit(System::nanoTime);
    private final RateLimit explanations = new RateLimit(System::nanoTime);

    Journal(WebhookListener listener) {
        this.listener = listener;
    }

    /** At most one line a second: anybody can send what is refused. */
    void refused(WebhookRejectedException refused) {
        if (LOG.isLoggable(Level.WARNING) && warnings.allows()) {
            LOG.log(
                    Level.WARNING,
                    "webhook refused with " + refused.httpStatus() + " " + refused.reason() + ": "
                            + refused.getMessage());
        }
        tell(to -> to.rejected(refused.reason()));
    }

    /** At most once a second, and only of senders who know a key: trying the causes costs more than a delivery. */
    void explain(Reason reason, int bodySize, Supplier<String> explanation) {
        if (bodySize <= MAX_EXPLAINED
                && EXPLAINED.contains(reason)
                && LOG.isLoggable(Level.DEBUG)
                && explanations.allows()) {
            LOG.log(Level.DEBUG, explained(explanation));
        }
    }

    /** Whatever was sent: looking for its cause must not change its answer. */
    private static String explained(Supplier<String> explanation) {
        try {
            return explanation.get();
        } catch (Throwable e) {
            return "a refused webhook cannot be explained: " + LogText.of(e);
        }
    }

    void verified(WebhookEvent event) {
        tell(to -> to.verified(event, event.credentials()));
    }

    void repeated(WebhookEvent event) {
        tell(to -> to.repeated(event));
    }

    void inProgress(WebhookEvent event) {
        tell(to -> to.inProgress(event));
    }

    void handled(WebhookEvent event) {
        tell(to -> to.handled(event));
    }

    void keptForLater(WebhookEvent event, Throwable cause) {
        log("webhook handler failed, the inbox keeps the delivery: " + name(event), cause);
        tell(to -> to.failed(event, cause));
    }

    /** What was verified when it was stored was changed by somebody since. */
    void unreadable(StoredDelivery row, IllegalStateException cause) {
        log(
                "webhook in the inbox cannot be read" + (row.isLastAttempt() ? ", and is STUCK" : "") + AND_NOW
                        + row.digest(),
                cause);
    }

    /** What a scheduler has done again and again, and would never do again if it failed. */
    static void unworkable(Throwable cause) {
        log("the webhook inbox failed on its database; it is tried again with the next call", cause);
    }

    /** The last of all attempts failed. */
    void stuck(WebhookEvent event, Throwable cause) {
        log("webhook STUCK, the handler failed in the last attempt: " + name(event) + AND_NOW + event.digest(), cause);
        tell(to -> to.failed(event, cause));
    }

    /** The last of all attempts never ended. */
    void givenUp(WebhookEvent event) {
        IllegalStateException cause = new IllegalStateException("the process of the attempt died, or it hangs");
        log("webhook STUCK, its last attempt never ended: " + name(event) + AND_NOW + event.digest(), cause);
        tell(to -> to.failed(event, cause));
    }

    /** PayCrypt delivers once: this line may be the only trace of a payment. */
    void lost(WebhookEvent event, Throwable cause) {
        log(
                "webhook LOST, the handler failed and PayCrypt does not send again by itself: " + name(event)
                        + "; look the order up, or have the delivery sent again",
                cause);
        tell(to -> to.failed(event, cause));
    }

    void unavailable(WebhookEvent event, Throwable cause) {
        log(
                "webhook LOST, the replay guard failed and PayCrypt does not send again by itself: " + name(event)
                        + "; look the order up, or have the delivery sent again",
                cause);
        tell(to -> to.guardFailed(event, cause));
    }

    void unrecorded(WebhookEvent event, String outcome, Throwable cause) {
        log(
                "webhook " + outcome + ", but the replay guard could not record it, so that a copy of the delivery"
                        + " may be handled again: " + name(event),
                cause);
        tell(to -> to.guardFailed(event, cause));
    }

    void leaseLost(WebhookEvent event) {
        LOG.log(
                Level.WARNING,
                "webhook handled, but only after its claim of " + ReplayGuard.LEASE.toSeconds()
                        + " s had gone to another copy, which may have been handled as well: " + name(event));
    }

    /** Errors are kept away too: a metrics library that is missing must not turn a payment down. */
    private void tell(Consumer<WebhookListener> news) {
        try {
            news.accept(listener);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "a WebhookListener failed; the delivery is not affected", printable(e));
        }
    }

    private static void log(String what, Throwable cause) {
        LOG.log(Level.ERROR, what, printable(cause));
    }

    /** What fails to print itself, as an exception about an entity that is no longer attached may, would take the line with it. */
    private static Throwable printable(Throwable cause) {
        try {
            cause.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return cause;
        } catch (Throwable silent) {
            Throwable named = new Throwable(LogText.of(cause));
            named.setStackTrace(cause.getStackTrace());
            return named;
        }
    }

    private static String name(WebhookEvent event) {
        Payment payment = event.payment();
        return "order=" + LogText.of(payment.orderId().orElse("?")) + " session="
                + LogText.of(payment.sessionId().orElse("?")) + " type=" + LogText.of(event.type());
    }
}
