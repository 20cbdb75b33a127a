package com.paycrypt.sdk.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a single call, in place of the client's.
 *
 * <pre>{@code
 * CallOptions quick = CallOptions.defaults().callTimeout(Duration.ofSeconds(3)).retryPolicy(RetryPolicy.none());
 * PaymentSession session = payCrypt.paymentSessions().create(request, quick);
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class CallOptions {
    private static final int MAX_REQUEST_ID = 128;
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);
    private static final CallOptions DEFAULTS = new CallOptions(null, null, null);

    private final @Nullable Duration callTimeout;
    private final @Nullable RetryPolicy retryPolicy;
    private final @Nullable String requestId;

    private CallOptions(@Nullable Duration callTimeout, @Nullable RetryPolicy retryPolicy, @Nullable String requestId) {
        this.callTimeout = callTimeout;
        this.retryPolicy = retryPolicy;
        this.requestId = requestId;
    }

    /**
     * Returns options that change nothing.
     *
     * @return the client's settings and a request id of the SDK's own
     */
    public static CallOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how long the call may take with all its attempts and delays.
     *
     * @param limit 1 ms to 1 hour
     * @return options with this limit
     * @throws IllegalArgumentException if the limit is out of range
     */
    public CallOptions callTimeout(Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("callTimeout is " + limit + ": set 1 ms to 1 hour");
        }
        return new CallOptions(limit, retryPolicy, requestId);
    }

    /**
     * Sets which failures are retried.
     *
     * @param policy the policy
     * @return options with this policy
     */
    public CallOptions retryPolicy(RetryPolicy policy) {
        return new CallOptions(callTimeout, Objects.requireNonNull(policy, "policy"), requestId);
    }

    /**
     * Sets the {@code X-Request-ID} of the call, such as that of the request of the shop's own that it belongs to.
     *
     * @param id visible ASCII characters, at most 128
     * @return options with this id
     * @throws IllegalArgumentException if the id is empty, too long or has other characters
     */
    public CallOptions requestId(String id) {
        if (id.isEmpty() || id.length() > MAX_REQUEST_ID || !id.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "requestId must have 1 to " + MAX_REQUEST_ID + " visible ASCII characters");
        }
        return new CallOptions(callTimeout, retryPolicy, id);
    }

    /**
     * Returns how long the call may take.
     *
     * @return the limit; empty for the client's
     */
    public Optional<Duration> callTimeout() {
        return Optional.ofNullable(callTimeout);
    }

    /**
     * Returns which failures are retried.
     *
     * @return the policy; empty for the client's
     */
    public Optional<RetryPolicy> retryPolicy() {
        return Optional.ofNullable(retryPolicy);
    }

    /**
     * Returns the request id of the call.
     *
     * @return the id; empty for one of the SDK's own
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Names what is set.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "CallOptions[callTimeout=" + callTimeout + ", retryPolicy=" + retryPolicy + ", requestId=" + requestId
                + "]";
    }
}
