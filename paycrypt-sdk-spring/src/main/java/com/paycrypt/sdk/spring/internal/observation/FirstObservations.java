package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.webhook.WebhookEvent;
import io.micrometer.observation.Observation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The observations of deliveries that are not handled yet, the latest thousand of this process: their traces go on when the
 * deliveries are processed again.
 */
final class FirstObservations {
    private static final int MAX = 1000;

    /** Guarded by this. */
    private final Map<String, Observation> byEvent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Observation> eldest) {
            return size() > MAX;
        }
    };

    synchronized void keep(WebhookEvent event, Observation observation) {
        byEvent.putIfAbsent(event.id(), observation);
    }

    synchronized @Nullable Observation of(WebhookEvent event) {
        return byEvent.get(event.id());
    }

    synchronized void forget(WebhookEvent event) {
        byEvent.remove(event.id());
    }
}
