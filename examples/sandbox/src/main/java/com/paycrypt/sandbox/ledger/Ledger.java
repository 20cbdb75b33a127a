package com.paycrypt.sandbox.ledger;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Everything a sandbox knows: its parts share one lock and one number of bytes, three quarters of which are for
 * sessions and deliveries and one for the journal.
 */
public final class Ledger {
    private final Guard guard = new Guard();
    private final Journal journal;
    private final Sessions sessions;
    private final Deliveries deliveries;
    private final RuleBook rules;

    /**
     * Creates an empty ledger.
     *
     * @param clock the sandbox's clock
     * @param random makes the ids of sessions
     * @param retries when failed deliveries are tried again
     * @param maxBytes how much it may keep, about
     */
    public Ledger(Clock clock, RandomGenerator random, RetrySchedule retries, long maxBytes) {
        Budget budget = new Budget(maxBytes / 4 * 3);
        this.journal = new Journal(guard, clock, maxBytes / 4);
        this.rules = new RuleBook(guard, clock, journal);
        this.deliveries = new Deliveries(guard, clock, journal, budget, retries);
        this.sessions = new Sessions(guard, clock, new SessionIds(random), journal, budget, deliveries);
    }

    /**
     * Returns the lock.
     *
     * @return the guard of all parts
     */
    public Guard guard() {
        return guard;
    }

    /**
     * Returns what happened.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Returns the sessions.
     *
     * @return all sessions
     */
    public Sessions sessions() {
        return sessions;
    }

    /**
     * Returns the deliveries.
     *
     * @return all deliveries
     */
    public Deliveries deliveries() {
        return deliveries;
    }

    /**
     * Returns the rules.
     *
     * @return the rules in force
     */
    public RuleBook rules() {
        return rules;
    }
}
