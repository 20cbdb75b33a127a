package com.paycrypt.sdk.internal.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The log lines about deliveries. A delivery is named by order, session and type; senders' text comes escaped. */
public final class DeliveryLog {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk.webhook");
    private static final String NEXT = "; see WebhookInbox.pending(), retry and discard, digest=";
    private static final String LOOK_UP =
            "; PayCrypt does not send it again, so look up the payment of this order and complete it by hand";
    private static final int MAX_DIAGNOSED = 64 << 10;

    /** PayCrypt waits this long for a response, and sends once. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final RateLimit rejections;
    private final RateLimit diagnoses;
    private final RateLimit unresolved;

    public DeliveryLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.rejections = new RateLimit(nanoTime);
        this.diagnoses = new RateLimit(nanoTime);
        this.unresolved = new RateLimit(nanoTime);
    }

    /** Returns the time from which {@link #slow slow} measures. */
    public long now() {
        return nanoTime.getAsLong();
    }

    /** Warns of a handler that ran longer than PayCrypt waits; of one that did not, says nothing. */
    public void slow(Supplier<String> delivery, long started) {
        Duration took = Duration.ofNanos(now() - started);
        if (took.compareTo(PATIENCE) > 0) {
            LOG.log(
                    Level.WARNING,
                    "webhook handler took " + took.toSeconds() + " s, but PayCrypt waits " + PATIENCE.toSeconds()
                            + " s for the response and does not send again: store the delivery first, with a WebhookInbox: "
                            + delivery.get());
        }
    }

    /** At most one line a second: anybody can send what is rejected. */
    public void rejected(int status, String reason, String message) {
        if (LOG.isLoggable(Level.WARNING) && rejections.allows()) {
            LOG.log(Level.WARNING, "webhook rejected with " + status + " " + reason + ": " + message);
        }
    }

    /** At most once a second, and for bodies of a delivery's size: trying the causes costs more than a delivery. */
    public void diagnosed(int bodySize, Supplier<String> diagnosis) {
        if (bodySize <= MAX_DIAGNOSED && LOG.isLoggable(Level.DEBUG) && diagnoses.allows()) {
            LOG.log(Level.DEBUG, text(diagnosis));
        }
    }

    /** Whatever was sent: looking for its cause must not change its response. */
    private static String text(Supplier<String> diagnosis) {
        try {
            return diagnosis.get();
        } catch (Throwable e) {
            return "a rejected webhook cannot be diagnosed: " + LogSafe.of(e);
        }
    }

    /** At most one line a second: any sender can have a key looked up. */
    public void resolverFailed(Throwable cause) {
        if (unresolved.allows()) {
            error(
                    "webhook not verified, the CredentialsResolver failed, the response is 503; PayCrypt does not send again:"
                            + " look for orders that stay open",
                    cause);
        }
    }

    public void handlerFailed(String delivery, Throwable cause) {
        error("webhook LOST, the handler failed: " + delivery + LOOK_UP, cause);
    }

    public void guardFailed(String delivery, Throwable cause) {
        error("webhook LOST, the replay guard failed: " + delivery + LOOK_UP, cause);
    }

    /** The handler failed on a delivery that is stored. */
    public void kept(String delivery, Throwable cause) {
        error("webhook handler failed, the delivery stays in the inbox: " + delivery, cause);
    }

    public void unrecorded(String outcome, String delivery, Throwable cause) {
        error(
                "webhook " + outcome + ", but the replay guard could not record it, so a copy of the delivery may be"
                        + " handled again: " + delivery,
                cause);
    }

    public void leaseLost(String delivery, Duration lease) {
        LOG.log(
                Level.WARNING,
                "webhook handled, but only after its lease of " + lease.toSeconds()
                        + " s had ended and a copy had been claimed, which may have been handled as well: "
                        + delivery);
    }

    /** The last of all attempts failed. */
    public void exhausted(String delivery, String digest, Throwable cause) {
        error("webhook EXHAUSTED, the handler failed in the last attempt: " + delivery + NEXT + digest, cause);
    }

    /** The last of all attempts never ended. */
    public void abandoned(String delivery, String digest, Throwable cause) {
        error("webhook EXHAUSTED, its last attempt never ended: " + delivery + NEXT + digest, cause);
    }

    /** A stored body was changed since it was verified. */
    public void unreadable(String digest, boolean lastAttempt, Throwable cause) {
        error("webhook in the inbox cannot be read" + (lastAttempt ? ", and is EXHAUSTED" : "") + NEXT + digest, cause);
    }

    /** A scheduler runs the inbox again and again, and would never run it again if it threw. */
    public static void inboxFailed(Throwable cause) {
        error("the webhook inbox failed on its database; it is tried again with the next call", cause);
    }

    /** The type of a genuine event says one thing and its status another. */
    public static void contradiction(String type, String status, String orderId) {
        LOG.log(
                Level.WARNING,
                "webhook of type " + LogSafe.of(type) + " has the status " + LogSafe.of(status)
                        + ", which contradicts it, so that its payment counts as OTHER: look up order="
                        + LogSafe.of(orderId));
    }

    public static void listenerFailed(Throwable cause) {
        LOG.log(Level.WARNING, "a WebhookListener failed; the delivery is not affected", printable(cause));
    }

    private static void error(String what, Throwable cause) {
        LOG.log(Level.ERROR, what, printable(cause));
    }

    /** An exception that fails to print itself, as one about a detached entity may, would take the line with it. */
    private static Throwable printable(Throwable cause) {
        try {
            cause.printStackTrace(new PrintWriter(Writer.nullWriter()));
            return cause;
        } catch (Throwable silent) {
            Throwable named = new Throwable(LogSafe.of(cause));
            named.setStackTrace(cause.getStackTrace());
            return named;
        }
    }
}
