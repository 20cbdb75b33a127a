package com.paycrypt.examples.proofs.model;

/** Faults planted in the model, each of which the search must find. */
enum Fault {
    NONE,
    CLAIMS_WHAT_IS_LEASED,
    CLAIMS_OUT_OF_ORDER,
    OVERTAKES_ON_ARRIVAL,
    NEVER_TAKES_OVER,
    COMMITS_WITHOUT_LOOKING,
    COMPLETES_BEFORE_THE_EFFECT,
    ANSWERS_BEFORE_STORING,
    FAILS_WHAT_IS_HANDLED
}
