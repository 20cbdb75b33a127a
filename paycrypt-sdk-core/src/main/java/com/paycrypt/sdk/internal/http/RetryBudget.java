package com.paycrypt.sdk.internal.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps an outage from multiplying the load: a token bucket per client, as in the standard mode of AWS SDKs. Each retry
 * takes tokens, each successful call returns some; a client whose calls all fail stops retrying.
 */
final class RetryBudget {
    private static final int CAPACITY = 500;
    private static final int RETRY_COST = 5;
    private static final int SUCCESS_REFUND = 1;

    private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

    /** Takes the tokens of one retry. Returns whether there were enough. */
    boolean tryRetry() {
        int before = tokens.getAndUpdate(left -> left < RETRY_COST ? left : left - RETRY_COST);
        return before >= RETRY_COST;
    }

    /** Returns what the last retry of a successful call took, or one token if it had none. */
    void succeeded(int retries) {
        int refund = retries > 0 ? RETRY_COST : SUCCESS_REFUND;
        if (tokens.get() < CAPACITY) {
            tokens.updateAndGet(left -> Math.min(CAPACITY, left + refund));
        }
    }

    /** Returns how many retries are left. */
    int retriesLeft() {
        return tokens.get() / RETRY_COST;
    }
}
