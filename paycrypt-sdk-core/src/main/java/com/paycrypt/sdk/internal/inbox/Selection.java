package com.paycrypt.sdk.internal.inbox;

/**
 * Which due deliveries are claimed first. Claims take turns through all of them: new deliveries do not wait for a backlog,
 * and a delivery that kills its process does not take the others of its batch with it again and again.
 */
public enum Selection {
    /** Deliveries without a lease, longest due first. */
    OLDEST,
    /** Deliveries without a lease, most recently due first. */
    NEWEST,
    /** Deliveries whose lease ended without an outcome: their process died or lost its database. */
    ABANDONED
}
