package com.paycrypt.sandbox.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Coins that came in for a session.
 *
 * @param id the transaction's id; it names the sandbox, so that no explorer finds it
 * @param coin the coin and the network it was sent on
 * @param amount the coin's amount
 * @param confirmations how many blocks have confirmed it so far
 * @param at when it was first seen
 * @param arrival whether it counts towards the amount due
 */
public record Transfer(String id, Coin coin, BigDecimal amount, int confirmations, Instant at, Arrival arrival) {

    /** Whether a transfer counts, as it was found when it came in. */
    public enum Arrival {
        /** In time and in the coin and on the network that were chosen: it counts. */
        COUNTED,
        /** In another coin or on another network: it does not count. */
        OTHER_COIN,
        /** After the session was over: it does not count. */
        LATE
    }

    /**
     * Returns whether enough blocks have confirmed it.
     *
     * @return true if it is final
     */
    public boolean isConfirmed() {
        return confirmations >= coin.confirmations();
    }

    /**
     * Returns whether it counts towards the amount due.
     *
     * @return true unless it came late or in another coin
     */
    public boolean counts() {
        return arrival == Arrival.COUNTED;
    }
}
