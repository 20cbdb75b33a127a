package com.paycrypt.sdk.call;

/**
 * Receives the calls of a client: the place to hang metrics and tracing on.
 *
 * <pre>{@code
 * PayCryptClient.builder(baseUrl, credentials)
 *         .listener(call -> new TimerOf(call, meterRegistry))
 *         .build();
 * }</pre>
 *
 * <p>A listener is shared by all calls and must be safe for use by any number of threads; the observer that it returns
 * belongs to one call. What a listener or an observer throws is logged and changes nothing about the call.
 */
@FunctionalInterface
public interface CallListener {
    /**
     * A call begins. Called on the caller's own thread, before anything is sent, by blocking and asynchronous calls
     * alike: what is bound to the thread, such as the current span, can be picked up here.
     *
     * @param call what is called
     * @return the observer of the rest of this call
     */
    CallObserver started(CallInfo call);
}
