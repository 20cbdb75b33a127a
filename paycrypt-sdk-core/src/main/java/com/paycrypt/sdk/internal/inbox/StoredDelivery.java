package com.paycrypt.sdk.internal.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox that is not done.
 *
 * @param digest what the delivery is known by
 * @param body the body that was verified
 * @param attempts how often the merchant's code had it, the running attempt included
 * @param receivedAt when it was stored, in unix milliseconds
 * @param dueAt when it may be handled again, in unix milliseconds
 * @param isStuck whether no further attempt is made by itself
 * @param lastError what went wrong last, or null
 */
// The record stays inside the SDK: nobody changes the array.
@SuppressWarnings("ArrayRecordComponent")
public record StoredDelivery(
        String digest,
        byte[] body,
        int attempts,
        long receivedAt,
        long dueAt,
        boolean isStuck,
        @Nullable String lastError) {
    /**
     * Whether the running attempt is the last that is made by itself.
     *
     * @return true where a failure of it leaves the delivery stuck
     */
    public boolean isLastAttempt() {
        return Backoff.isLast(attempts);
    }
}
