package com.paycrypt.sdk.internal.inbox;

/** The result of storing a delivery. */
public enum InsertOutcome {
    /** The delivery is stored now, leased to the caller. */
    LEASED,
    /** The delivery is stored now and pending: an earlier delivery of its session comes first. */
    ENQUEUED,
    /** The delivery was stored before. */
    PRESENT
}
