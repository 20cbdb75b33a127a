package com.paycrypt.sdk.internal.inbox;

import java.time.Duration;

/** Handles a leased delivery. */
public interface LeaseHolder {
    /**
     * Returns whether the delivery is still being handled; if not, its lease runs out.
     *
     * @param running the time since the handling began
     * @return true if the lease is to be renewed
     */
    boolean isAlive(Duration running);

    /**
     * Reports that the delivery is handled for longer than a lease; called again each minute.
     *
     * @param running the time since the handling began
     */
    void outlivedLease(Duration running);
}
