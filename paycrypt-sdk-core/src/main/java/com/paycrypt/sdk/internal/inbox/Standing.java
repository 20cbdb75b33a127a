package com.paycrypt.sdk.internal.inbox;

/** How a delivery stands in the inbox. */
public enum Standing {
    /** It is not there. */
    ABSENT,
    /** It is stored, and nobody holds it. */
    FREE,
    /** Somebody handles it, and the lease is not over. */
    HELD,
    /** It was handled. */
    DONE
}
