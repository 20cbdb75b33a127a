package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reports what becomes of leases, workers and the database of an inbox. */
final class InboxReporter {
    private static final System.Logger LOG = System.getLogger("com.paycrypt.sdk.webhook");

    private static final long DATABASE_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private long lastDatabaseFailure;
    private boolean hasDatabaseFailed;

    InboxReporter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    static void outlivedLease(WebhookEvent event, Duration running, String thread) {
        LOG.log(
                Level.WARNING,
                "webhook handler still runs after " + running.toSeconds() + " s on thread " + LogSafe.of(thread)
                        + "; its delivery stays leased to it, and later deliveries of its session are not handled before: "
                        + name(event) + " digest=" + event.digest());
    }

    static void stillRunning(int handlers, Duration limit) {
        LOG.log(
                Level.WARNING,
                "the webhook workers were closed, but " + handlers + " handler(s) did not end within "
                        + limit.toSeconds()
                        + " s; if the process dies over them, their deliveries are processed again");
    }

    /** At most one line a minute: it is tried again every second. */
    synchronized void databaseFailed(Throwable cause) {
        long now = nanoTime.getAsLong();
        if (!hasDatabaseFailed || now - lastDatabaseFailure >= DATABASE_NANOS) {
            hasDatabaseFailed = true;
            lastDatabaseFailure = now;
            DeliveryLog.inboxFailed(cause);
        }
    }

    private static String name(WebhookEvent event) {
        Payment payment = event.payment();
        return "order=" + LogSafe.of(payment.orderId().orElse("?")) + " session="
                + LogSafe.of(payment.sessionId().orElse("?")) + " type=" + LogSafe.of(event.type());
    }
}
