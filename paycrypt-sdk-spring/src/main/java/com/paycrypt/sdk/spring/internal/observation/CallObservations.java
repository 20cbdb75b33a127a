package com.paycrypt.sdk.spring.internal.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.spring.observation.CallObservationContext;
import com.paycrypt.sdk.spring.observation.CallObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call an observation: it is timed, and a span below the request that causes it, which goes on at PayCrypt.
 *
 * @param observations the application's registry
 * @param convention the application's own, if it has one
 */
public record CallObservations(
        ObservationRegistry observations, @Nullable CallObservationConvention convention) implements CallListener {
    private static final CallObservationConvention DEFAULT = new CallObservationConvention() {};

    @Override
    public CallObserver started(CallInfo call) {
        CallObservationContext context = new CallObservationContext(call);
        return new Call(Observation.start(convention, DEFAULT, () -> context, observations), context);
    }

    /** One call. */
    private record Call(Observation observation, CallObservationContext context) implements CallObserver {
        @Override
        public Map<String, String> headers() {
            return Objects.requireNonNull(context.getCarrier());
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            context.put(AttemptInfo.class, attempt);
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        }
    }
}
