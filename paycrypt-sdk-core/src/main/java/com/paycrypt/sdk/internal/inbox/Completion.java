package com.paycrypt.sdk.internal.inbox;

/** Whether a handler has recorded its delivery as handled in a transaction. */
public enum Completion {
    /** It has not. */
    NONE,
    /** It has, in a transaction of the shop's, of which the inbox does not know whether it was committed. */
    JOINED,
    /** It has, and the transaction is committed. */
    COMMITTED
}
