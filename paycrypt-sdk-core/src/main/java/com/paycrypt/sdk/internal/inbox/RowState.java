package com.paycrypt.sdk.internal.inbox;

/** The state of a delivery in the inbox. */
public enum RowState {
    /** The delivery is not stored. */
    ABSENT,
    /** The delivery is stored and not handled, and no lease on it runs. */
    PENDING,
    /** A lease on the delivery runs: it is being handled. */
    IN_PROGRESS,
    /** The delivery was handled or discarded. */
    HANDLED
}
