package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.json.PaymentFields;
import com.paycrypt.sdk.internal.text.AmountRules;
import com.paycrypt.sdk.internal.text.Decimals;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The payment that an event tells of: one view over the shapes in which servers send it.
 *
 * <p>Everything is optional, since every member was seen absent on some server. Ids are text whether they were sent as
 * text or as a number; amounts are exact decimals. What this view does not have stands in {@link WebhookEvent#data()}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Payment {
    private final State state;
    private final PaymentFields fields;

    Payment(String type, PaymentFields fields) {
        this.state = State.of(type);
        this.fields = fields;
    }

    /**
     * Where the payment stands, by the type of the event.
     *
     * @return the state; {@link State#OTHER} for every type that does not plainly say one of the others
     */
    public State state() {
        return state;
    }

    /**
     * The shop's own order id, as given when the session was created.
     *
     * @return the order id, or empty
     */
    public Optional<String> orderId() {
        return text("order_id");
    }

    /**
     * The id of the payment session.
     *
     * @return the id as text, or empty
     */
    public Optional<String> sessionId() {
        return text("payment_session_id").or(() -> fields.isNested() ? text("id") : Optional.empty());
    }

    /**
     * The amount that the order was to be paid with. It says nothing of what it should be: see {@link #matches}.
     *
     * @return the exact amount and its currency, or empty where either is missing or no amount
     */
    public Optional<Money> amount() {
        return amount("amount", "currency").or(() -> amount("fiat_amount", "fiat_currency"));
    }

    /** Never the number of one pair with the currency of another. */
    private Optional<Money> amount(String amount, String currency) {
        return decimal(amount)
                .flatMap(
                        number -> text(currency).filter(AmountRules::isCurrency).map(code -> Money.of(number, code)));
    }

    /**
     * The status of the session in the server's own word, such as {@code completed}. {@link #state()} is the one to
     * decide by.
     *
     * @return the status, or empty
     */
    public Optional<String> status() {
        return text("status");
    }

    /**
     * The customer's e-mail address.
     *
     * @return the address, or empty
     */
    public Optional<String> customerEmail() {
        return text("customer_email");
    }

    /**
     * When the session expires or expired.
     *
     * @return the time, or empty where it is missing or not in unix seconds
     */
    public Optional<Instant> expiresAt() {
        return UnixSeconds.parse(fields.text("expires_at"));
    }

    /**
     * The metadata given when the session was created.
     *
     * @return text by name in the order sent; a list or an object stands as its JSON. Empty where there is none
     */
    public Map<String, String> metadata() {
        return fields.metadata();
    }

    /**
     * The amount of the cryptocurrency.
     *
     * @return the exact number of {@link #cryptoCurrency()}, or empty
     */
    public Optional<BigDecimal> cryptoAmount() {
        return decimal("crypto_amount");
    }

    /**
     * The cryptocurrency's code, such as {@code BTC}.
     *
     * @return the code as sent, or empty
     */
    public Optional<String> cryptoCurrency() {
        return text("crypto_currency");
    }

    /**
     * The rate between the two currencies.
     *
     * @return the exact number, or empty
     */
    public Optional<BigDecimal> exchangeRate() {
        return decimal("exchange_rate");
    }

    /**
     * How the customer pays.
     *
     * @return the method in the server's word, or empty
     */
    public Optional<String> paymentMethod() {
        return text("payment_method");
    }

    /**
     * The server's id of the transaction.
     *
     * @return the id as text, or empty
     */
    public Optional<String> transactionId() {
        return text("transaction_id");
    }

    /**
     * The hash of the transaction on its chain.
     *
     * @return the hash, or empty
     */
    public Optional<String> txHash() {
        return text("tx_hash");
    }

    /**
     * Why the payment failed.
     *
     * @return the reason in the server's word, or empty
     */
    public Optional<String> failureReason() {
        return text("failure_reason");
    }

    /**
     * Whether the payment is for this order and of this amount: the check to make before anything is shipped. Servers
     * were seen to hand out the session of an earlier, cheaper basket for the same order id.
     *
     * @param orderId the order that is about to be fulfilled
     * @param amount what it costs
     * @return true if the event names both, exactly these
     */
    public boolean matches(String orderId, Money amount) {
        return orderId().filter(orderId::equals).isPresent()
                && amount().filter(amount::equals).isPresent();
    }

    /**
     * Names the state and the order, nothing of the customer.
     *
     * @return a text for logs, with the sender's text escaped and bounded
     */
    @Override
    public String toString() {
        return "Payment[state=" + state + ", order=" + LogText.of(orderId().orElse("?")) + "]";
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.text(name)).filter(text -> !text.isEmpty());
    }

    private Optional<BigDecimal> decimal(String name) {
        return Decimals.parse(fields.text(name));
    }

    /** Where a payment stands, over the types that servers were seen to send. */
    public enum State {
        /** Seen but not final: {@code payment.pending}. Nothing is to be shipped yet. */
        PENDING,
        /** Paid: {@code payment.succeeded}, {@code payment.confirmed}. */
        PAID,
        /** Not paid and will not be: {@code payment.failed}. */
        FAILED,
        /** Any other type. Its status is not looked at: a refund may be completed, too. */
        OTHER;

        static State of(String type) {
            return switch (type) {
                case "payment.pending" -> PENDING;
                case "payment.succeeded", "payment.confirmed" -> PAID;
                case "payment.failed" -> FAILED;
                default -> OTHER;
            };
        }
    }
}
