package com.paycrypt.sdk.session;

import com.paycrypt.sdk.internal.text.Violations;
import com.paycrypt.sdk.money.Money;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a new payment session.
 *
 * <pre>{@code
 * PaymentSessionRequest request = PaymentSessionRequest.builder()
 *         .orderId("ORD-123")
 *         .amount("49.00", "USD")
 *         .successUrl("https://merchant.tld/success?oid=ORD-123")
 *         .cancelUrl("https://merchant.tld/cancel?oid=ORD-123")
 *         .webhookUrl("https://merchant.tld/api/paycrypt/webhook")
 *         .build();
 * }</pre>
 *
 * <p>A built request is valid: {@link Builder#build()} refuses everything that servers refuse, or accept and change.
 * What is not set is absent from the JSON.
 *
 * <p>Immutable and safe for use by any number of threads; usable for any number of calls. A changed basket needs a new
 * order id: servers were seen to answer a repeated id with the first amount's session.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URLs</a>
 */
public final class PaymentSessionRequest {
    private final String orderId;
    private final Money amount;
    private final byte[] json;

    private PaymentSessionRequest(String orderId, Money amount, byte[] json) {
        this.orderId = orderId;
        this.amount = amount;
        this.json = json;
    }

    /**
     * Starts a request.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The shop's own id of the order.
     *
     * @return the order id
     */
    public String orderId() {
        return orderId;
    }

    /**
     * What the customer is to pay.
     *
     * @return the amount
     */
    public Money amount() {
        return amount;
    }

    /**
     * The body that is sent.
     *
     * @return a copy of the JSON, in UTF-8
     */
    public byte[] body() {
        return json.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSessionRequest that && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    /**
     * Names the order and the amount, and nothing of the customer.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "PaymentSessionRequest[orderId=" + orderId + ", amount=" + amount + "]";
    }

    /** Builds a request. Not for use by several threads at once. */
    public static final class Builder {
        final Map<String, String> metadata = new LinkedHashMap<>();

        @Nullable
        String orderId;

        @Nullable
        Money amount;

        @Nullable
        String amountProblem;

        @Nullable
        String customerEmail;

        @Nullable
        String successUrl;

        @Nullable
        String cancelUrl;

        @Nullable
        String webhookUrl;

        private Builder() {}

        /**
         * Sets the shop's own id of the order; needed.
         *
         * @param orderId any text that is not blank; some servers take at most 64 characters
         * @return this
         */
        public Builder orderId(String orderId) {
            this.orderId = Objects.requireNonNull(orderId, "orderId");
            return this;
        }

        /**
         * Sets what the customer is to pay; needed, in this form or as {@link Money}.
         *
         * @param amount plain decimal digits with at most one point, such as {@code "49.00"}
         * @param currency the currency's code, such as {@code "USD"}
         * @return this
         */
        public Builder amount(String amount, String currency) {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(currency, "currency");
            try {
                return amount(Money.of(amount, currency));
            } catch (IllegalArgumentException e) {
                this.amountProblem = e.getMessage();
                return this;
            }
        }

        /**
         * Sets what the customer is to pay; needed, in this form or as two texts.
         *
         * @param amount above zero, with no more decimals than its currency has and at most two
         * @return this
         */
        public Builder amount(Money amount) {
            this.amount = Objects.requireNonNull(amount, "amount");
            this.amountProblem = null;
            return this;
        }

        /**
         * Sets the customer's e-mail address.
         *
         * @param email the address, not blank
         * @return this
         */
        public Builder customerEmail(String email) {
            this.customerEmail = Objects.requireNonNull(email, "email");
            return this;
        }

        /**
         * Adds a member to the metadata that PayCrypt keeps with the session; a name set twice keeps its last value.
         *
         * @param name the name, not blank
         * @param value the value
         * @return this
         */
        public Builder metadata(String name, String value) {
            metadata.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets where the customer goes after paying; needed. That a customer arrives there proves no payment.
         *
         * @param url an absolute http or https URL
         * @return this
         */
        public Builder successUrl(String url) {
            this.successUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets where the customer goes after giving up; needed.
         *
         * @param url an absolute http or https URL
         * @return this
         */
        public Builder cancelUrl(String url) {
            this.cancelUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets where PayCrypt delivers the webhooks of this session. Older servers want it on every session.
         *
         * @param url an absolute http or https URL that PayCrypt can reach
         * @return this
         */
        public Builder webhookUrl(String url) {
            this.webhookUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Makes the request.
         *
         * @return a valid request
         * @throws IllegalArgumentException if anything is missing or wrong; the message names all of it
         */
        public PaymentSessionRequest build() {
            Violations violations = new Violations();
            RequestRules.check(this, violations);
            violations.throwIfAny("this payment session request cannot be sent");
            return new PaymentSessionRequest(
                    Objects.requireNonNull(orderId), Objects.requireNonNull(amount), RequestJson.write(this));
        }
    }
}
