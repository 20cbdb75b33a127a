package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes each call an observation, so that it is a span below the request that causes it, and goes on at PayCrypt. */
public final class TracingListener implements CallListener {
    private final ObservationRegistry observations;

    public TracingListener(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public CallObserver started(CallInfo call) {
        Map<String, String> headers = new ConcurrentHashMap<>();
        SenderContext<Map<String, String>> context = new SenderContext<>(
                (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value), Kind.CLIENT);
        context.setCarrier(headers);
        context.setRemoteServiceName("paycrypt");
        Observation observation = Observation.createNotStarted("paycrypt.client.requests", () -> context, observations)
                .contextualName(call.operation())
                .lowCardinalityKeyValue("operation", call.operation())
                .lowCardinalityKeyValue("method", call.method())
                .highCardinalityKeyValue("request.id", call.requestId())
                .start();
        return new Span(observation, headers);
    }

    /** One call. */
    private record Span(Observation observation, Map<String, String> headers) implements CallObserver {
        @Override
        public void ended(@Nullable RuntimeException failure) {
            observation.lowCardinalityKeyValue("outcome", MeterListener.outcome(failure));
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        }
    }
}
