package com.paycrypt.examples.shop;

/** What the shop made of an event. */
public enum Verdict {
    /** It paid an open order, which can be shipped now. */
    PAID,
    /** It tells of a payment that the shop knows of. */
    ALREADY_PAID,
    /** It pays another amount or currency than the order's: somebody has to look into it. */
    MISMATCH,
    /** It is about an order that the shop does not have. */
    UNKNOWN_ORDER,
    /** The payment failed: the order stays open. */
    FAILED,
    /** Nothing to do. */
    NOTED
}
