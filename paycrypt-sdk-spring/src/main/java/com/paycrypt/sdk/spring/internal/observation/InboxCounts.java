package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.webhook.WebhookInbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The counts of an inbox, asked for once for all gauges of a scrape. */
final class InboxCounts {
    private static final Logger LOG = System.getLogger(InboxCounts.class.getName());

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final WebhookInbox inbox;

    /** The rest is guarded by this. */
    private WebhookInbox.@Nullable Stats stats;

    private long askedAt;
    private boolean asked;

    InboxCounts(WebhookInbox inbox) {
        this.inbox = inbox;
    }

    /** Not a number if the database fails: a gauge of zero would say that all is well. */
    synchronized double value(ToLongFunction<WebhookInbox.Stats> count) {
        if (!asked || System.nanoTime() - askedAt > FRESH) {
            asked = true;
            stats = ask();
            askedAt = System.nanoTime();
        }
        return stats == null ? Double.NaN : count.applyAsLong(stats);
    }

    private WebhookInbox.@Nullable Stats ask() {
        try {
            return inbox.stats();
        } catch (IllegalStateException failed) {
            LOG.log(Level.DEBUG, "The webhook inbox could not be counted", failed);
            return null;
        }
    }
}
