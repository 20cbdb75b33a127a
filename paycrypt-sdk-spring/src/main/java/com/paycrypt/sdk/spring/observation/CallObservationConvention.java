package com.paycrypt.sdk.spring.observation;

import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.net.URI;

/**
 * Names calls, and describes them by OpenTelemetry's stable attributes of HTTP clients. A bean of this type takes the place
 * of the default, and overrides what it changes:
 *
 * <pre>{@code
 * @Bean
 * CallObservationConvention shopCalls() {
 *     return new CallObservationConvention() {
 *         @Override
 *         public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
 *             return CallObservationConvention.super.getLowCardinalityKeyValues(context).and("shop", "berlin");
 *         }
 *     };
 * }
 * }</pre>
 *
 * <p>Key values of low cardinality become tags of the timer as well; those of high cardinality are seen in traces alone. What
 * is not known is {@code none}, since a meter wants the same tags always. Shared by all calls: safe for use by any number of
 * threads.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallObservationContext;
    }

    @Override
    default String getName() {
        return "paycrypt.client.calls";
    }

    /** Names the span by method and path template, such as {@code POST /api/v1/payment_sessions}. */
    @Override
    default String getContextualName(CallObservationContext context) {
        return context.call().method() + " " + context.call().path();
    }

    /**
     * Returns {@code operation}, {@code outcome} ({@code ok}, {@code not_sent}, {@code rejected}, {@code unknown} or
     * {@code cancelled}), {@code http.request.method}, {@code http.response.status_code}, {@code server.address},
     * {@code server.port} and {@code error.type}: the status of an error response, else how the last attempt failed, such as
     * {@code timeout}, else the class of the exception.
     */
    @Override
    default KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        URI server = URI.create(context.call().server());
        return KeyValues.of(
                KeyValue.of("operation", context.call().operation()),
                KeyValue.of("outcome", CallNames.outcome(context.getError())),
                KeyValue.of("http.request.method", context.call().method()),
                KeyValue.of("http.response.status_code", CallNames.status(context.lastAttempt())),
                KeyValue.of("server.address", CallNames.host(server)),
                KeyValue.of("server.port", CallNames.port(server)),
                KeyValue.of("error.type", CallNames.errorType(context)));
    }

    /**
     * Returns {@code url.template}, {@code http.request.resend_count} and {@code paycrypt.request.id}, the
     * {@code X-Request-ID} of all attempts.
     */
    @Override
    default KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
        int resent = context.lastAttempt().map(AttemptInfo::number).orElse(1) - 1;
        return KeyValues.of(
                KeyValue.of("url.template", context.call().path()),
                KeyValue.of("http.request.resend_count", Integer.toString(resent)),
                KeyValue.of("paycrypt.request.id", context.call().requestId()));
    }
}
