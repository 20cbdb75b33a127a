package com.paycrypt.sdk.error;

/** What became of a request that failed: the one thing to know before deciding what to do next. */
public enum Outcome {
    /** The request did not reach PayCrypt: nothing happened there. */
    NOT_SENT,

    /** PayCrypt answered that it does not do what was asked: nothing happened there. */
    REJECTED,

    /** The request may have been carried out: the answer is missing or cannot be understood. */
    UNKNOWN
}
