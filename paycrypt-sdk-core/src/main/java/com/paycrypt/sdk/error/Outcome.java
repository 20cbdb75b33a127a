package com.paycrypt.sdk.error;

/** Whether a request that failed took effect: the one thing to know before deciding what to do next. */
public enum Outcome {
    /** The request did not reach PayCrypt: nothing happened there. */
    NOT_SENT,

    /** PayCrypt responded that it does not do what was asked: nothing happened there. */
    REJECTED,

    /** The request may have been carried out: the response is missing or cannot be understood. */
    UNKNOWN
}
