package com.paycrypt.sdk.call;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observes one call. Every method does nothing unless overridden.
 *
 * <p>The methods are called one after the other: on the caller's thread for a blocking call, on the client's threads
 * for an asynchronous one. They must not block. {@link #ended} is called exactly once and last.
 */
public interface CallObserver {
    /**
     * Headers to send with every attempt of this call, such as {@code traceparent}. Asked once, right after the start.
     * They are not signed. The SDK's own headers cannot be replaced, and values must be visible ASCII: others are left
     * out.
     *
     * @return names and values
     */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * An attempt has ended.
     *
     * @param attempt how it went
     */
    default void attempted(AttemptInfo attempt) {}

    /**
     * The call waits before its next attempt.
     *
     * @param pause for how long
     */
    default void waiting(Duration pause) {}

    /**
     * The server's clock is used from now on because this machine's was found to be off.
     *
     * @param offset the server's time minus this machine's; zero where that is right again and used from now on
     */
    default void clockCorrected(Duration offset) {}

    /**
     * The server rejected the credentials of an attempt, and the credentials provider returned others: they were rotated.
     * The next attempt is signed with them.
     */
    default void credentialsRenewed() {}

    /**
     * The call has ended.
     *
     * @param failure null if it succeeded; a {@link com.paycrypt.sdk.error.PayCryptException} if it failed; a
     *     {@link java.util.concurrent.CancellationException} if its future was cancelled
     */
    default void ended(@Nullable RuntimeException failure) {}
}
