package com.paycrypt.sandbox;

import com.paycrypt.sandbox.delivery.Payments;
import com.paycrypt.sandbox.ledger.Ledger;
import com.paycrypt.sandbox.ledger.Move;
import com.paycrypt.sandbox.ledger.Moves;
import com.paycrypt.sandbox.model.Coin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.NoSuchElementException;

/**
 * The customer of one session, with a wallet and the network behind it: does what the buttons of the checkout do. What
 * changes is announced by webhook.
 *
 * <pre>{@code
 * sandbox.customer(sessionId).pays();
 * sandbox.customer(sessionId).pays("24.50");
 * sandbox.customer(sessionId).sends(Coin.USDT_TRON, "10").confirms(19);
 * }</pre>
 *
 * <p>Each method throws {@link NoSuchElementException} if there is no such session, and {@link IllegalStateException} if
 * its state does not allow what is asked for. Thread-safe; nothing waits for a receiver.
 */
public final class Customer {
    private final Ledger ledger;
    private final Payments payments;
    private final String sessionId;

    Customer(Ledger ledger, Payments payments, String sessionId) {
        this.ledger = ledger;
        this.payments = payments;
        this.sessionId = sessionId;
    }

    /**
     * Chooses a coin and network; ignored once something has come in.
     *
     * @param coin the choice
     * @return this customer
     */
    public Customer chooses(Coin coin) {
        return makes(Moves.choose(coin));
    }

    /**
     * Pays what is due, confirmed at once; confirms what was seen before.
     *
     * @return this customer
     */
    public Customer pays() {
        return makes(Moves.pay());
    }

    /**
     * Sends coins worth an amount, confirmed at once, whatever the state: too little, too much, twice or too late.
     *
     * @param amount a plain decimal in the order's currency, such as {@code "24.50"}
     * @return this customer
     * @throws NumberFormatException if it is no decimal
     */
    public Customer pays(String amount) {
        return makes(Moves.pay(new BigDecimal(amount)));
    }

    /**
     * Sends coins, without any confirmation yet, whatever the state. Those of another coin or network than the chosen one
     * do not count.
     *
     * @param coin the coin and the network
     * @param amount the coin's amount, a plain decimal
     * @return this customer
     * @throws NumberFormatException if it is no decimal
     */
    public Customer sends(Coin coin, String amount) {
        return makes(Moves.send(coin, new BigDecimal(amount), 0));
    }

    /**
     * Sends what is due, without any confirmation yet.
     *
     * @return this customer
     */
    public Customer paysUnconfirmed() {
        return makes(Moves.detect());
    }

    /**
     * Lets the network add blocks to what was sent.
     *
     * @param blocks how many
     * @return this customer
     */
    public Customer confirms(int blocks) {
        return makes(Moves.confirm(blocks));
    }

    /**
     * Sends half of what is due.
     *
     * @return this customer
     */
    public Customer paysHalf() {
        return makes(Moves.underpay());
    }

    /**
     * Sends more than what is due.
     *
     * @return this customer
     */
    public Customer paysTooMuch() {
        return makes(Moves.overpay());
    }

    /**
     * Pays what is due, and the whole amount once more.
     *
     * @return this customer
     */
    public Customer paysTwice() {
        return makes(Moves.twice());
    }

    /**
     * Lets the session expire, and then sends the whole amount.
     *
     * @return this customer
     */
    public Customer paysTooLate() {
        return makes(Moves.late());
    }

    /**
     * Sends the amount in another coin than the chosen one.
     *
     * @return this customer
     */
    public Customer sendsAnotherCoin() {
        return makes(Moves.stray());
    }

    /**
     * Lets the payment fail.
     *
     * @return this customer
     */
    public Customer fails() {
        return makes(Moves.fail());
    }

    /**
     * Goes back to the shop. No webhook tells of it.
     *
     * @return this customer
     */
    public Customer cancels() {
        return makes(Moves.cancel());
    }

    /**
     * Has only so much time left to pay, by the sandbox's clock.
     *
     * @param left how long; zero or less ends the session at once
     * @return this customer
     */
    public Customer hasTime(Duration left) {
        return makes(Moves.expireIn(left));
    }

    private Customer makes(Move move) {
        if (!payments.make(sessionId, move)) {
            throw new IllegalStateException("cannot " + move.label() + " session " + sessionId + ": it is "
                    + ledger.sessions()
                            .find(sessionId)
                            .map(found -> found.state().label())
                            .orElse("forgotten"));
        }
        return this;
    }
}
