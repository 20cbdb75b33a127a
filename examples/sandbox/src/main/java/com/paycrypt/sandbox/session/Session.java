package com.paycrypt.sandbox.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment session at one moment. Immutable: each change gives another.
 *
 * @param id its id, {@code ps_} and twelve hexadecimal digits
 * @param number its number, counted from 1: flat webhooks name it so
 * @param order what is to be paid
 * @param createdAt when it was created
 * @param expiresAt when it can no longer be paid
 * @param state where it stands
 * @param method the coin and network chosen, if any
 */
public record Session(
        String id,
        long number,
        Order order,
        Instant createdAt,
        Instant expiresAt,
        State state,
        @Nullable Method method) {

    /** How long a session can be paid. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    static Session open(String id, long number, Order order, Instant now) {
        return new Session(id, number, order, now, now.plus(LIFETIME), State.OPEN, null);
    }

    /** The same session as it stands at some time: what was not paid by its deadline has expired. */
    Session at(Instant now) {
        return state.isPayable() && !now.isBefore(expiresAt) ? in(State.EXPIRED) : this;
    }

    Session in(State next) {
        return new Session(id, number, order, createdAt, expiresAt, next, method);
    }

    Session paidBy(Method chosen) {
        return new Session(id, number, order, createdAt, expiresAt, state, chosen);
    }

    Session expiringAt(Instant deadline) {
        return new Session(id, number, order, createdAt, deadline, state, method);
    }

    /**
     * Whole seconds left to pay, by the sandbox's clock.
     *
     * @param now the sandbox's time
     * @return the seconds, never negative
     */
    public long secondsLeft(Instant now) {
        return Math.max(0, Duration.between(now, expiresAt).toSeconds());
    }
}
