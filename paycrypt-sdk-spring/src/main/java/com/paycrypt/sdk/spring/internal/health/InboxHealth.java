package com.paycrypt.sdk.spring.internal.health;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.webhook.WebhookInbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inboxes are well if few deliveries are exhausted, and none has been pending for long. */
public final class InboxHealth implements HealthCheck {
    private final Map<String, WebhookInbox> inboxes;
    private final PayCryptProperties.InboxHealth limits;

    /**
     * A check of inboxes.
     *
     * @param inboxes the inboxes by merchant
     * @param limits the limits
     */
    public InboxHealth(Map<String, WebhookInbox> inboxes, PayCryptProperties.InboxHealth limits) {
        if (inboxes.isEmpty()) {
            throw new PayCryptConfigurationException(
                    "paycrypt.health.inbox.enabled=true, but there is no inbox.",
                    "Set paycrypt.webhook.replay=jdbc, or leave the property out.");
        }
        this.inboxes = inboxes;
        this.limits = limits;
    }

    @Override
    public Result check() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean well = true;
        try {
            for (Map.Entry<String, WebhookInbox> inbox : inboxes.entrySet()) {
                WebhookInbox.Stats stats = inbox.getValue().stats();
                details.put(inbox.getKey(), details(stats));
                well = well && isWell(stats);
            }
        } catch (IllegalStateException failed) {
            return new Result(DOWN, Map.of("error", String.valueOf(failed.getCause())));
        }
        return new Result(well ? UP : limits.status().name(), details);
    }

    private boolean isWell(WebhookInbox.Stats stats) {
        return stats.exhausted() <= limits.maxExhausted()
                && stats.oldestPending().orElse(Duration.ZERO).compareTo(limits.maxAge()) <= 0;
    }

    private static Map<String, Object> details(WebhookInbox.Stats stats) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pending", stats.pending());
        details.put("exhausted", stats.exhausted());
        stats.oldestPending().ifPresent(age -> details.put("oldestPending", age.toString()));
        return details;
    }
}
