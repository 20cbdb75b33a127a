package com.paycrypt.sdk.call;

import com.paycrypt.sdk.error.Outcome;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which failed attempts are retried.
 *
 * <pre>{@code
 * PayCryptClient.builder(baseUrl, credentials).retryPolicy(RetryPolicy.standard().retries(4)).build();
 * }</pre>
 *
 * <p>Whatever the policy: only retryable failures are candidates (connection failures up to the last byte of the
 * response, and the statuses 408, 429, 500, 502, 503 and 504), waits and attempts together stay within the call's time
 * limit, and one more attempt with the server's time after a rejection for a clock that is off is not a retry and always made.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class RetryPolicy {
    private static final int STANDARD_RETRIES = 2;
    private static final int MAX_RETRIES = 20;
    private static final RetryPolicy STANDARD = new RetryPolicy(STANDARD_RETRIES, false);
    private static final RetryPolicy NONE = new RetryPolicy(0, false);
    private static final RetryPolicy ONLY_IF_NOT_SENT = new RetryPolicy(STANDARD_RETRIES, true);

    private final int retries;
    private final boolean onlyIfNotSent;

    private RetryPolicy(int retries, boolean onlyIfNotSent) {
        this.retries = retries;
        this.onlyIfNotSent = onlyIfNotSent;
    }

    /**
     * Returns the default: two retries of whatever is retryable. Creating a session moves no money, and a session whose URL was
     * given to no customer is never paid, so another create after an unknown outcome is safe.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Returns the policy without retries: the first failure is the call's.
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Returns two retries, only if it is certain that nothing was sent.
     *
     * @return the policy
     */
    public static RetryPolicy onlyIfNotSent() {
        return ONLY_IF_NOT_SENT;
    }

    /**
     * Returns the same policy with another number of retries.
     *
     * @param retries the most attempts after the first, 0 to 20
     * @return the policy
     * @throws IllegalArgumentException if the number is out of range
     */
    public RetryPolicy retries(int retries) {
        if (retries < 0 || retries > MAX_RETRIES) {
            throw new IllegalArgumentException("retries must be 0 to " + MAX_RETRIES + ", not " + retries);
        }
        return new RetryPolicy(retries, onlyIfNotSent);
    }

    /**
     * Returns how many attempts may follow the first.
     *
     * @return 0 to 20
     */
    public int retries() {
        return retries;
    }

    /**
     * Returns after which outcomes of a failed attempt another one is made.
     *
     * @return all, or {@link Outcome#NOT_SENT} alone
     */
    public Set<Outcome> retriedOutcomes() {
        return onlyIfNotSent ? Set.of(Outcome.NOT_SENT) : Set.of(Outcome.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryPolicy that && retries == that.retries && onlyIfNotSent == that.onlyIfNotSent;
    }

    @Override
    public int hashCode() {
        return Objects.hash(retries, onlyIfNotSent);
    }

    /**
     * Names the policy.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "RetryPolicy[retries=" + retries + (onlyIfNotSent ? ", only if not sent]" : "]");
    }
}
