package com.paycrypt.sandbox.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** A payment of any kind is one by some coin: the first, if none was chosen. */
    Session in(State next) {
        Method paidWith = next == State.UNDERPAID && method == null ? Method.DEFAULT : method;
        return new Session(id, number, order, createdAt, expiresAt, next, paidWith);
    }

    Session paidBy(Method chosen) {
        return new Session(id, number, order, createdAt, expiresAt, state, chosen);
    }

    Session expiringAt(Instant deadline) {
        return new Session(id, number, order, createdAt, deadline, state, method);
    }

    /**
     * What the customer still has to send in a coin: all of it, or the rest of an underpaid session.
     *
     * @param coin the coin and network
     * @return the coin's amount
     */
    public BigDecimal toSend(Method coin) {
        return coin.quote(order.amount()).subtract(received(coin));
    }

    /**
     * What has come in so far of an underpaid session: half of the amount, by the sandbox's own convention.
     *
     * @param coin the coin and network
     * @return the coin's amount, zero unless the session is underpaid
     */
    public BigDecimal received(Method coin) {
        BigDecimal whole = coin.quote(order.amount());
        return state == State.UNDERPAID
                ? whole.divide(BigDecimal.valueOf(2), whole.scale(), RoundingMode.DOWN)
                : BigDecimal.ZERO.setScale(whole.scale());
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
