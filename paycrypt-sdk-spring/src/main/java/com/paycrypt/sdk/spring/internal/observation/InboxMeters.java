package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.webhook.WebhookInbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Gauges of what each inbox holds that is not handled. Their one tag is the merchant's name. */
public final class InboxMeters implements MeterBinder {
    private static final String PREFIX = "paycrypt.webhook.inbox.";

    private final Map<String, WebhookInbox> inboxes;

    /**
     * Gauges of inboxes.
     *
     * @param inboxes the inboxes by merchant
     */
    public InboxMeters(Map<String, WebhookInbox> inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        inboxes.forEach((merchant, inbox) -> bind(meters, merchant, new InboxCounts(inbox)));
    }

    private static void bind(MeterRegistry meters, String merchant, InboxCounts counts) {
        Gauge.builder(PREFIX + "pending", counts, each -> each.value(WebhookInbox.Stats::pending))
                .tag("merchant", merchant)
                .description("Deliveries that are stored and not handled yet")
                .strongReference(true)
                .register(meters);
        Gauge.builder(PREFIX + "exhausted", counts, each -> each.value(WebhookInbox.Stats::exhausted))
                .tag("merchant", merchant)
                .description("Deliveries whose attempts are used up: each has to be retried or discarded")
                .strongReference(true)
                .register(meters);
        TimeGauge.builder(
                        PREFIX + "oldest.pending",
                        counts,
                        TimeUnit.MILLISECONDS,
                        each -> each.value(stats ->
                                stats.oldestPending().map(Duration::toMillis).orElse(0L)))
                .tag("merchant", merchant)
                .description("Age of the oldest delivery that is not handled yet")
                .strongReference(true)
                .register(meters);
    }
}
