package com.paycrypt.examples.proofs;

/** Faults that are planted in the table, each of which some invariant must find. */
enum Mutant {
    NONE,
    /** An insert reports success and stores nothing. */
    FORGETS_INSERTS,
    /** A transaction does not look whether its delivery is handled. */
    HANDLES_AGAIN(710),
    /** A transaction commits the effect without the row. */
    COMMITS_THE_EFFECT_ALONE,
    /** A transaction commits the row without the effect. */
    COMMITS_THE_ROW_ALONE,
    /** A claim takes what is leased to another. */
    IGNORES_LEASES(680),
    /** The lease of a dead process never ends. */
    KEEPS_DEAD_LEASES,
    /** A claim does not look for earlier deliveries of the session. */
    IGNORES_ORDER,
    /** A delivery of a session is leased to its receiver though another is pending. */
    OVERTAKES_ON_ARRIVAL,
    /** A completion reports success and records nothing. */
    FORGETS_COMPLETIONS,
    /** A failure is recorded as success. */
    HIDES_FAILURES,
    /** A failure uses up all attempts. */
    GIVES_UP_EARLY,
    /** Leases are not renewed. */
    FORGETS_RENEWALS(425),
    /** A handled delivery is deleted while copies of it are accepted. */
    DELETES_EARLY,
    /** The lane of a session stays occupied by the lease of a dead process. */
    KEEPS_DEAD_LANES(866);

    /** From which seed on it is looked for: those before are known not to find it. */
    final long firstSeed;

    Mutant() {
        this(0);
    }

    Mutant(long firstSeed) {
        this.firstSeed = firstSeed;
    }
}
