package com.paycrypt.sdk.spring.internal.webflux;

import io.micrometer.observation.Observation;
import java.util.function.Supplier;
import reactor.util.context.ContextView;

/** Makes the observation of the request the parent of what is observed within it, as it is by itself on Spring MVC. */
public final class FluxObservation implements FluxScope {
    /** Spring's, by which Micrometer's context propagation knows it: that need not be on the class path. */
    private static final String KEY = "micrometer.observation";

    /** A scope of Micrometer. */
    public FluxObservation() {}

    @Override
    public <T> T within(ContextView context, Supplier<T> work) {
        return context.hasKey(KEY) && context.get(KEY) instanceof Observation observation
                ? observation.scoped(work)
                : work.get();
    }
}
