package com.paycrypt.sdk.spring.observation;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A call that is observed. Its carrier are the headers that every attempt sends, such as {@code traceparent}; its error is
 * what the call failed with.
 *
 * <p>Safe for use by any number of threads.
 */
public final class CallObservationContext extends SenderContext<Map<String, String>> {
    private final CallInfo call;

    /**
     * Creates the context of a call, as the SDK does, and as tests of a convention may. What is put under
     * {@code AttemptInfo.class} is its last attempt.
     *
     * @param call what is called
     */
    public CallObservationContext(CallInfo call) {
        super((carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value), Kind.CLIENT);
        this.call = Objects.requireNonNull(call, "call");
        setCarrier(new ConcurrentHashMap<>());
        setRemoteServiceName("paycrypt");
        setRemoteServiceAddress(call.server());
    }

    /**
     * Returns what is called.
     *
     * @return the call
     */
    public CallInfo call() {
        return call;
    }

    /**
     * Returns the last attempt that has ended.
     *
     * @return how it went, or empty if none has
     */
    public Optional<AttemptInfo> lastAttempt() {
        return Optional.ofNullable(get(AttemptInfo.class));
    }
}
