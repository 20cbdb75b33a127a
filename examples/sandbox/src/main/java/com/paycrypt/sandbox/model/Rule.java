package com.paycrypt.sandbox.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes something go wrong: everything of the {@link Fault#scope() scope} of its fault, or only what belongs to one
 * session or type; for ever, for a number of times, or for a while.
 *
 * <pre>{@code
 * sandbox.rules().add(Rule.of(Fault.UNAVAILABLE).times(2));
 * sandbox.rules().add(Rule.of(Fault.TWICE).session(sessionId).type("payment.succeeded"));
 * sandbox.rules().add(Rule.of(Fault.PAGE_DOWN).lasting(Duration.ofMinutes(1)));
 * }</pre>
 *
 * @param fault what goes wrong
 * @param sessionId the session it is limited to, if any
 * @param type the event's type it is limited to, if any; of the API {@code create} or {@code retrieve}
 * @param times how many times are left, if that is limited
 * @param lasts for how long from when it is added, if that is limited; by the sandbox's clock
 */
public record Rule(
        Fault fault, Optional<String> sessionId, Optional<String> type, OptionalInt times, Optional<Duration> lasts) {

    /**
     * Creates a rule without any limit.
     *
     * @param fault what goes wrong
     * @return the rule
     */
    public static Rule of(Fault fault) {
        return new Rule(fault, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Limits the rule to one session. A create belongs to no session yet.
     *
     * @param id the session's id
     * @return the limited rule
     */
    public Rule session(String id) {
        return new Rule(fault, Optional.of(id), type, times, lasts);
    }

    /**
     * Limits the rule to one type.
     *
     * @param wanted an event's type such as {@code payment.succeeded}; of the API {@code create} or {@code retrieve}
     * @return the limited rule
     */
    public Rule type(String wanted) {
        return new Rule(fault, sessionId, Optional.of(wanted), times, lasts);
    }

    /**
     * Limits the rule to a number of times.
     *
     * @param count how many times, from 1
     * @return the limited rule
     * @throws IllegalArgumentException if the count is less than 1
     */
    public Rule times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a rule applies at least once, not " + count + " times");
        }
        return new Rule(fault, sessionId, type, OptionalInt.of(count), lasts);
    }

    /**
     * Limits the rule to a while from when it is added.
     *
     * @param time how long, by the sandbox's clock
     * @return the limited rule
     * @throws IllegalArgumentException if the time is not positive
     */
    public Rule lasting(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("a rule lasts for more than no time, not " + time);
        }
        return new Rule(fault, sessionId, type, times, Optional.of(time));
    }

    /**
     * Returns the rule in one line.
     *
     * @return such as {@code unavailable, 2 times}
     */
    public String text() {
        return fault.label()
                + type.map(wanted -> " of " + wanted).orElse("")
                + sessionId.map(id -> " for " + id).orElse("")
                + (times.isPresent() ? ", " + times.getAsInt() + " times" : "")
                + lasts.map(time -> ", for " + time.toSeconds() + " s").orElse("");
    }
}
