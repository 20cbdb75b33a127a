package com.paycrypt.sandbox.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment session at one moment. Immutable: each change gives another. What is not a component of it is derived: the
 * state, what has come in and what is still due.
 *
 * @param id its id, {@code ps_} and twelve hexadecimal digits
 * @param number its number, counted from 1: flat webhooks name it so
 * @param order what is to be paid
 * @param createdAt when it was created
 * @param expiresAt when it can no longer be paid
 * @param choice the coin that was chosen, if any
 * @param transfers what came in for it, oldest first
 * @param ending how it was ended other than by its deadline, if it was
 * @param asOf the moment at which this is the session
 */
public record Session(
        String id,
        long number,
        Order order,
        Instant createdAt,
        Instant expiresAt,
        Optional<Choice> choice,
        List<Transfer> transfers,
        Optional<Ending> ending,
        Instant asOf) {

    /** How long a session can be paid. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** How long the price of a chosen coin is held. */
    public static final Duration PRICE_HELD = Duration.ofMinutes(15);

    /** How a session ends other than by its deadline. */
    public enum Ending {
        /** The payment failed. */
        FAILED,
        /** The customer went back to the shop. */
        CANCELLED
    }

    /**
     * The coin that a customer chose.
     *
     * @param coin the coin and network
     * @param at when it was chosen
     */
    public record Choice(Coin coin, Instant at) {}

    /**
     * Copies the transfers.
     *
     * @param id its id, {@code ps_} and twelve hexadecimal digits
     * @param number its number, counted from 1: flat webhooks name it so
     * @param order what is to be paid
     * @param createdAt when it was created
     * @param expiresAt when it can no longer be paid
     * @param choice the coin that was chosen, if any
     * @param transfers what came in for it, oldest first
     * @param ending how it was ended other than by its deadline, if it was
     * @param asOf the moment at which this is the session
     */
    public Session {
        transfers = List.copyOf(transfers);
    }

    /**
     * Returns the state.
     *
     * @return the state at {@link #asOf()}
     */
    public State state() {
        if (ending.isPresent()) {
            return ending.get() == Ending.FAILED ? State.FAILED : State.CANCELLED;
        }
        boolean anything = transfers.stream().anyMatch(Transfer::counts);
        if (anything && confirmed().compareTo(quoted()) >= 0) {
            return confirmed().compareTo(quoted()) > 0 ? State.OVERPAID : State.PAID;
        }
        if (anything && received().compareTo(quoted()) >= 0) {
            return State.PENDING;
        }
        return asOf.isBefore(expiresAt) ? anything ? State.UNDERPAID : State.OPEN : State.EXPIRED;
    }

    /**
     * Returns the coin and network to pay with.
     *
     * @return the coin that was chosen, else {@link Coin#DEFAULT}
     */
    public Coin coin() {
        return choice.map(Choice::coin).orElse(Coin.DEFAULT);
    }

    /**
     * Returns the whole amount in {@link #coin()}.
     *
     * @return the coin's amount
     */
    public BigDecimal quoted() {
        return coin().quote(order.amount(), order.currency());
    }

    /**
     * Returns what has come in and counts, confirmed or not.
     *
     * @return the coin's amount
     */
    public BigDecimal received() {
        return sum(transfers.stream().filter(Transfer::counts).toList());
    }

    /**
     * Returns what has come in, counts and is confirmed.
     *
     * @return the coin's amount
     */
    public BigDecimal confirmed() {
        return sum(transfers.stream()
                .filter(transfer -> transfer.counts() && transfer.isConfirmed())
                .toList());
    }

    /**
     * Returns what the customer still has to send.
     *
     * @return the coin's amount, never negative
     */
    public BigDecimal due() {
        return quoted().subtract(received()).max(BigDecimal.ZERO.setScale(coin().digits()));
    }

    /**
     * Returns the transfers that came in but do not count.
     *
     * @return the late ones and those in another coin, oldest first
     */
    public List<Transfer> uncounted() {
        return transfers.stream().filter(transfer -> !transfer.counts()).toList();
    }

    /**
     * Returns until when the price of the chosen coin is held.
     *
     * @return the moment, never after {@link #expiresAt()}; empty if no coin was chosen
     */
    public Optional<Instant> priceHeldUntil() {
        return choice.map(chosen -> chosen.at().plus(PRICE_HELD))
                .map(held -> held.isBefore(expiresAt) ? held : expiresAt);
    }

    /**
     * Returns the whole seconds left to pay, by the sandbox's clock.
     *
     * @return the seconds, never negative
     */
    public long secondsLeft() {
        return Math.max(0, Duration.between(asOf, expiresAt).toSeconds());
    }

    private BigDecimal sum(List<Transfer> of) {
        return of.stream().map(Transfer::amount).reduce(BigDecimal.ZERO.setScale(coin().digits()), BigDecimal::add);
    }
}
