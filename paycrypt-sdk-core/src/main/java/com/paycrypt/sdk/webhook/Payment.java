package com.paycrypt.sdk.webhook;

import com.paycrypt.sdk.internal.json.PaymentFields;
import com.paycrypt.sdk.internal.text.AmountRules;
import com.paycrypt.sdk.internal.text.Decimals;
import com.paycrypt.sdk.internal.text.LogSafe;
import com.paycrypt.sdk.internal.text.UnixSeconds;
import com.paycrypt.sdk.internal.webhook.DeliveryLog;
import com.paycrypt.sdk.internal.webhook.Provenance;
import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The payment that an event is about: one view of the shapes in which servers send it.
 *
 * <p>Everything is optional, since every member was seen absent on some server. Ids are text whether they were sent as
 * text or as a number; amounts are exact decimals. What this view does not have is in the event's own data.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Payment {
    private final State state;
    private final PaymentFields fields;

    /** Data binding of web frameworks calls private constructors too; no text or number can make a provenance. */
    private Payment(Provenance provenance, State state, PaymentFields fields) {
        Objects.requireNonNull(provenance, "provenance");
        this.state = state;
        this.fields = Objects.requireNonNull(fields, "fields");
    }

    /** A type and a status that contradict each other are logged, and decide nothing. */
    static Payment of(Provenance provenance, String type, PaymentFields fields) {
        State byType = State.ofType(type);
        String status = fields.text("status");
        if (byType != State.OTHER && status != null && State.ofStatus(status).contradicts(byType)) {
            DeliveryLog.contradiction(type, status, String.valueOf(fields.text("order_id")));
            return new Payment(provenance, State.OTHER, fields);
        }
        return new Payment(provenance, byType, fields);
    }

    /**
     * Returns the state of the payment by the type of the event.
     *
     * @return the state; {@link State#OTHER} for every type that does not plainly say one of the others, and for a type that
     *     contradicts the status, which is logged at WARNING
     */
    public State state() {
        return state;
    }

    /**
     * Returns the shop's own order id, as given when the session was created.
     *
     * @return the order id, or empty
     */
    public Optional<String> orderId() {
        return text("order_id");
    }

    /**
     * Returns the server's id of the payment session. Some servers send the number of a database row, such as {@code 17},
     * which is not the id that creating the session returned: find orders by {@link #orderId()}.
     *
     * @return the id as text, or empty
     */
    public Optional<String> sessionId() {
        return text("payment_session_id").or(() -> fields.isNested() ? text("id") : Optional.empty());
    }

    /**
     * Returns the amount of the payment session. Whether it is the amount of the order, {@link #matches matches} says.
     *
     * @return the exact amount and its currency, or empty if either is missing or malformed
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
     * Returns the status of the session in the server's own word, such as {@code completed}. Decide by {@link #state()}.
     *
     * @return the status, or empty
     */
    public Optional<String> status() {
        return text("status");
    }

    /**
     * Returns the customer's e-mail address.
     *
     * @return the address, or empty
     */
    public Optional<String> customerEmail() {
        return text("customer_email");
    }

    /**
     * Returns when the session expires or expired.
     *
     * @return the time, or empty if it is missing or not in unix seconds
     */
    public Optional<Instant> expiresAt() {
        return UnixSeconds.parse(fields.text("expires_at"));
    }

    /**
     * Returns the metadata given when the session was created.
     *
     * @return text by name in the order sent; a list or an object as its JSON. Empty if there is none
     */
    public Map<String, String> metadata() {
        return fields.metadata();
    }

    /**
     * Returns the amount of the cryptocurrency.
     *
     * @return the exact number of {@link #cryptoCurrency()}, or empty
     */
    public Optional<BigDecimal> cryptoAmount() {
        return decimal("crypto_amount");
    }

    /**
     * Returns the cryptocurrency's code, such as {@code BTC}.
     *
     * @return the code as sent, or empty
     */
    public Optional<String> cryptoCurrency() {
        return text("crypto_currency");
    }

    /**
     * Returns the rate between the two currencies.
     *
     * @return the exact number, or empty
     */
    public Optional<BigDecimal> exchangeRate() {
        return decimal("exchange_rate");
    }

    /**
     * Returns how the customer pays.
     *
     * @return the method in the server's word, or empty
     */
    public Optional<String> paymentMethod() {
        return text("payment_method");
    }

    /**
     * Returns the server's id of the transaction.
     *
     * @return the id as text, or empty
     */
    public Optional<String> transactionId() {
        return text("transaction_id");
    }

    /**
     * Returns the hash of the transaction on its chain.
     *
     * @return the hash, or empty
     */
    public Optional<String> txHash() {
        return text("tx_hash");
    }

    /**
     * Returns why the payment failed.
     *
     * @return the reason in the server's word, or empty
     */
    public Optional<String> failureReason() {
        return text("failure_reason");
    }

    /**
     * Whether the payment is for this order and of this amount: the check to make before anything is shipped. Servers
     * were seen to return the session of an earlier, cheaper basket for the same order id.
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
        return "Payment[state=" + state + ", order=" + LogSafe.of(orderId().orElse("?")) + "]";
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.text(name)).filter(text -> !text.isEmpty());
    }

    private Optional<BigDecimal> decimal(String name) {
        return Decimals.parse(fields.text(name));
    }

    /** The state of a payment, over the types that servers were seen to send. */
    public enum State {
        /** Seen but not final: {@code payment.pending}. Nothing is to be shipped yet. */
        PENDING,
        /** Paid: {@code payment.succeeded}, {@code payment.confirmed}. */
        PAID,
        /** Not paid and will not be: {@code payment.failed}. */
        FAILED,
        /** Any other type, whatever its status: a refund may be completed, too. Also a type that contradicts its status. */
        OTHER;

        private static State ofType(String type) {
            return switch (type) {
                case "payment.pending" -> PENDING;
                case "payment.succeeded", "payment.confirmed" -> PAID;
                case "payment.failed" -> FAILED;
                default -> OTHER;
            };
        }

        /** The state that a status plainly says; servers may use any other word. */
        private static State ofStatus(String status) {
            return switch (status) {
                case "created", "pending" -> PENDING;
                case "succeeded", "confirmed", "completed", "paid" -> PAID;
                case "failed", "expired", "cancelled", "canceled" -> FAILED;
                default -> OTHER;
            };
        }

        private boolean contradicts(State other) {
            return this != OTHER && this != other;
        }
    }
}
