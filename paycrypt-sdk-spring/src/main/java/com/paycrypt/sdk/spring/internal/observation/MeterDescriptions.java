package com.paycrypt.sdk.spring.internal.observation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;

/** Describes the timers that Micrometer makes of observations, which have no descriptions of their own. */
public final class MeterDescriptions implements MeterFilter {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "paycrypt.client.calls", "Calls to PayCrypt, with all their attempts and the waits between them",
            "paycrypt.client.calls.active", "Calls to PayCrypt that have not ended",
            "paycrypt.webhook.deliveries", "Webhook deliveries, from their verification to their outcome",
            "paycrypt.webhook.deliveries.active", "Webhook deliveries that are being handled");

    /** A filter for the application's registries. */
    public MeterDescriptions() {}

    @Override
    public Meter.Id map(Meter.Id id) {
        String description = id.getDescription() == null ? DESCRIPTIONS.get(id.getName()) : null;
        return description == null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), description, id.getType());
    }
}
