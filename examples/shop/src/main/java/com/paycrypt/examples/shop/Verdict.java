package com.paycrypt.examples.shop;

/** What the shop made of an event. */
public enum Verdict {
    /** It paid an open order, which can be shipped now. */
    PAID,
    /** It repeats the payment that paid its order. */
    ALREADY_PAID,
    /** It is a second payment of a paid order, from another session: one of the two is to be refunded. */
    PAID_TWICE,
    /** It pays another amount or currency than the order's: to be looked into. */
    MISMATCH,
    /** It is about an order that the shop does not have. */
    UNKNOWN_ORDER,
    /** The payment failed: the order can be paid with a new session. */
    FAILED,
    /** Noted: a pending payment, or a type that the shop does not act on. */
    NOTED;

    /**
     * Returns whether a person has to act on it.
     *
     * @return true if money was received that belongs to no open order
     */
    public boolean needsAttention() {
        return this == PAID_TWICE || this == MISMATCH || this == UNKNOWN_ORDER;
    }
}
