package com.paycrypt.sdk.spring.internal.webflux;

import java.util.function.Supplier;
import reactor.util.context.ContextView;

/** Makes current on a thread what Reactor carries in its context, such as the observation of the request. */
public interface FluxScope {
    /**
     * Does some work within.
     *
     * @param context the context of the request
     * @param work the work, on this thread
     * @return what the work returns
     */
    <T> T within(ContextView context, Supplier<T> work);

    /**
     * Makes nothing current.
     *
     * @return a scope that adds nothing
     */
    static FluxScope nothing() {
        return new FluxScope() {
            @Override
            public <T> T within(ContextView context, Supplier<T> work) {
                return work.get();
            }
        };
    }
}
