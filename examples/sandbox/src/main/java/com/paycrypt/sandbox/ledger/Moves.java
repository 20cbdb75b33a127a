package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Coin;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.model.Session.Ending;
import com.paycrypt.sandbox.model.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The moves that can be made with a session. */
public final class Moves {
    private static final int MAX_TRANSFERS = 200;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MORE = new BigDecimal("1.2");

    private Moves() {}

    /**
     * Chooses a coin and network; ignored once something has come in.
     *
     * @param coin the choice
     * @return the move
     */
    public static Move choose(Coin coin) {
        return new Move(
                "choose",
                (session, dialect) -> Optional.of(
                        session.state() == State.OPEN ? Successor.of(session).choosing(coin) : session));
    }

    /**
     * Pays what is due, and confirms it and all that has come in before. Older servers take another payment of a paid
     * session for a payment.
     *
     * @return the move
     */
    public static Move pay() {
        return new Move("pay", Moves::pay);
    }

    /**
     * Sends an amount and confirms it at once, whatever the session's state: networks do not ask.
     *
     * @param amount the amount in the order's currency
     * @return the move
     */
    public static Move pay(BigDecimal amount) {
        return new Move(
                "pay", (session, dialect) -> send(session, session.coin(), worth(session, amount), Integer.MAX_VALUE));
    }

    /**
     * Sends coins, whatever the session's state: networks do not ask.
     *
     * @param coin the coin and the network it is sent on
     * @param amount the coin's amount
     * @param confirmations how many blocks confirm it from the start
     * @return the move
     */
    public static Move send(Coin coin, BigDecimal amount, int confirmations) {
        return new Move("send", (session, dialect) -> send(session, coin, amount, confirmations));
    }

    /**
     * Sends what is due, without any confirmation yet.
     *
     * @return the move
     */
    public static Move detect() {
        return new Move("detect", (session, dialect) -> ifPayable(session, BigDecimal.ONE, 0));
    }

    /**
     * Sends half of what is due.
     *
     * @return the move
     */
    public static Move underpay() {
        return new Move("underpay", (session, dialect) -> ifPayable(session, HALF, Integer.MAX_VALUE));
    }

    /**
     * Sends a fifth more than what is due.
     *
     * @return the move
     */
    public static Move overpay() {
        return new Move("overpay", (session, dialect) -> ifPayable(session, MORE, Integer.MAX_VALUE));
    }

    /**
     * Pays what is due, and then the whole amount once more.
     *
     * @return the move
     */
    public static Move twice() {
        return new Move(
                "twice",
                (session, dialect) -> (session.state().isPaid() ? Optional.of(session) : pay(session, Dialect.GUIDE))
                        .flatMap(paid -> send(paid, paid.coin(), paid.quoted(), Integer.MAX_VALUE)));
    }

    /**
     * Lets the session's time run out, and then sends the whole amount.
     *
     * @return the move
     */
    public static Move late() {
        return new Move(
                "late",
                (session, dialect) -> (session.state().isPayable() ? expireIn(session, Duration.ZERO) : over(session))
                        .flatMap(over -> send(over, over.coin(), over.quoted(), Integer.MAX_VALUE)));
    }

    /**
     * Sends the amount in another coin than the one to pay with.
     *
     * @return the move
     */
    public static Move stray() {
        return new Move("stray", (session, dialect) -> {
            Session chosen = session.choice().isPresent()
                    ? session
                    : Successor.of(session).choosing(session.coin());
            Coin other = Arrays.stream(Coin.values())
                    .filter(coin -> coin != chosen.coin())
                    .reduce((first, last) -> last)
                    .orElseThrow();
            BigDecimal amount =
                    other.quote(session.order().amount(), session.order().currency());
            return send(chosen, other, amount, Integer.MAX_VALUE);
        });
    }

    /**
     * Adds blocks to every transfer.
     *
     * @param blocks how many
     * @return the move
     */
    public static Move confirm(int blocks) {
        return new Move(
                "confirm",
                (session, dialect) -> session.transfers().stream().allMatch(transfer -> transfer.isConfirmed())
                        ? Optional.empty()
                        : Optional.of(Successor.of(session).confirmed(blocks)));
    }

    /**
     * Lets the payment fail.
     *
     * @return the move
     */
    public static Move fail() {
        return new Move(
                "fail",
                (session, dialect) -> session.state().isPayable() || session.state() == State.PENDING
                        ? Optional.of(Successor.of(session).ended(Ending.FAILED))
                        : Optional.empty());
    }

    /**
     * Lets the customer go back to the shop.
     *
     * @return the move
     */
    public static Move cancel() {
        return new Move(
                "cancel",
                (session, dialect) -> session.state() == State.OPEN
                        ? Optional.of(Successor.of(session).ended(Ending.CANCELLED))
                        : Optional.empty());
    }

    /**
     * Moves the deadline of a session that can still be paid.
     *
     * @param left how long from now
     * @return the move
     */
    public static Move expireIn(Duration left) {
        return new Move(
                "expire",
                (session, dialect) -> session.state().isPayable() ? expireIn(session, left) : Optional.empty());
    }

    private static Optional<Session> pay(Session session, Dialect dialect) {
        if (session.state() == State.PENDING) {
            return Optional.of(Successor.of(session).confirmed(Integer.MAX_VALUE));
        }
        if (session.state().isPayable()) {
            return send(session, session.coin(), session.due(), Integer.MAX_VALUE)
                    .map(paid -> Successor.of(paid).confirmed(Integer.MAX_VALUE));
        }
        return session.state().isPaid() && dialect == Dialect.OLDER ? Optional.of(session) : Optional.empty();
    }

    private static Optional<Session> ifPayable(Session session, BigDecimal share, int confirmations) {
        BigDecimal amount =
                session.due().multiply(share).setScale(session.coin().digits(), RoundingMode.DOWN);
        return session.state().isPayable() ? send(session, session.coin(), amount, confirmations) : Optional.empty();
    }

    /** Quotes are rounded up, so that two halves come to more than the whole: what completes it is the rest, exactly. */
    private static BigDecimal worth(Session session, BigDecimal amount) {
        BigDecimal worth = session.coin().quote(amount, session.order().currency());
        BigDecimal beyond = worth.subtract(session.due());
        return session.state().isPayable() && beyond.signum() > 0 && beyond.compareTo(beyond.ulp()) <= 0
                ? session.due()
                : worth;
    }

    private static Optional<Session> expireIn(Session session, Duration left) {
        return Optional.of(Successor.of(session).expiringAt(session.asOf().plus(left)));
    }

    private static Optional<Session> over(Session session) {
        return session.state().isOver() ? Optional.of(session) : Optional.empty();
    }

    private static Optional<Session> send(Session session, Coin coin, BigDecimal amount, int confirmations) {
        return session.transfers().size() < MAX_TRANSFERS
                ? Optional.of(Successor.of(session).receiving(coin, amount, confirmations))
                : Optional.empty();
    }
}
