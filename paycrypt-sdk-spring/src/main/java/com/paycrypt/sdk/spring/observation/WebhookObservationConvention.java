package com.paycrypt.sdk.spring.observation;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.Locale;

/**
 * Names and describes deliveries that come in, and stored ones that are processed again. A bean of this type takes the place
 * of the default, and overrides what it changes, as with {@link CallObservationConvention}.
 *
 * <p>Key values of low cardinality become tags of the timers as well: nothing that a sender or a customer writes is one.
 * Those of high cardinality are seen in traces alone. What is not known is {@code none}. Shared by all deliveries: safe for
 * use by any number of threads.
 */
public interface WebhookObservationConvention extends ObservationConvention<WebhookObservationContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof WebhookObservationContext;
    }

    @Override
    default String getName() {
        return "paycrypt.webhook.deliveries";
    }

    /** Names the span {@code paycrypt receive} or {@code paycrypt process}. */
    @Override
    default String getContextualName(WebhookObservationContext context) {
        return context.source() == WebhookObservationContext.Source.REQUEST ? "paycrypt receive" : "paycrypt process";
    }

    /**
     * Returns {@code source} ({@code request}, or {@code inbox} if it is processed again), {@code verdict}, {@code reason} (why
     * it was rejected), {@code credentials} (which of several signed it) and
     * {@code error.type}, the class of what the application's code or the replay guard threw.
     */
    @Override
    default KeyValues getLowCardinalityKeyValues(WebhookObservationContext context) {
        Throwable error = context.getError();
        return KeyValues.of(
                KeyValue.of("source", context.source().name().toLowerCase(Locale.ROOT)),
                KeyValue.of("verdict", context.verdict().name().toLowerCase(Locale.ROOT)),
                KeyValue.of(
                        "reason",
                        context.reason().map(Reason::name).orElse("none").toLowerCase(Locale.ROOT)),
                KeyValue.of(
                        "credentials",
                        context.credentials().map(String::valueOf).orElse("none")),
                KeyValue.of(
                        "error.type", error == null ? "none" : error.getClass().getName()));
    }

    /** Returns {@code paycrypt.event}, {@code .event.type}, {@code .order} and {@code .session}, as far as they are known. */
    @Override
    default KeyValues getHighCardinalityKeyValues(WebhookObservationContext context) {
        return context.event().map(WebhookObservationConvention::named).orElse(KeyValues.empty());
    }

    private static KeyValues named(WebhookEvent event) {
        KeyValues named = KeyValues.of("paycrypt.event", event.id(), "paycrypt.event.type", event.type());
        named = event.payment()
                .orderId()
                .map(id -> KeyValue.of("paycrypt.order", id))
                .map(named::and)
                .orElse(named);
        return event.payment()
                .sessionId()
                .map(id -> KeyValue.of("paycrypt.session", id))
                .map(named::and)
                .orElse(named);
    }
}
