package com.paycrypt.sdk.internal.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox that is not handled.
 *
 * @param digest the digest that identifies the delivery
 * @param apiKey the API key whose secret signed it, or null
 * @param payload the body that was verified
 * @param attempts the number of attempts begun, the running one included
 * @param receivedAt when the delivery was stored, in unix milliseconds
 * @param dueAt when the delivery may be claimed again, in unix milliseconds
 * @param isExhausted whether no further attempt is made
 * @param lastError the error of the last failed attempt, or null
 */
// The record stays inside the SDK: nothing changes the array.
@SuppressWarnings("ArrayRecordComponent")
public record StoredDelivery(
        String digest,
        @Nullable String apiKey,
        byte[] payload,
        int attempts,
        long receivedAt,
        long dueAt,
        boolean isExhausted,
        @Nullable String lastError) {
    /**
     * Returns whether the running attempt is the last.
     *
     * @return true if a failure of it exhausts the delivery
     */
    public boolean isLastAttempt() {
        return Backoff.isLast(attempts);
    }
}
