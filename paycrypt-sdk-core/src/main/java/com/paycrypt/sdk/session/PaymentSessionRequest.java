package com.paycrypt.sdk.session;

import com.paycrypt.sdk.internal.json.JsonValues;
import com.paycrypt.sdk.internal.json.SessionRequestJson;
import com.paycrypt.sdk.internal.text.AmountRules;
import com.paycrypt.sdk.internal.text.RequestRules;
import com.paycrypt.sdk.internal.text.Violations;
import com.paycrypt.sdk.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a new payment session.
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
 * <p>A built request is valid: {@link Builder#build()} rejects everything that servers reject, fail on, or accept and
 * change. What is not set is absent from the JSON.
 *
 * <p>Immutable and safe for use by any number of threads; usable for any number of calls. A changed basket needs a new
 * order id: servers were seen to respond to a repeated id with the session of the first amount.
 *
 * @see "PayCrypt API guide, Create a payment session"
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URLs</a>
 */
public final class PaymentSessionRequest {
    private final Money amount;
    private final SessionRequestJson fields;

    private PaymentSessionRequest(Money amount, SessionRequestJson fields) {
        this.amount = amount;
        this.fields = fields;
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
     * Starts another request from the values of this one.
     *
     * @return a builder with everything set as here
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns the shop's own id of the order.
     *
     * @return the order id
     */
    public String orderId() {
        return fields.orderId();
    }

    /**
     * Returns what the customer is to pay.
     *
     * @return the amount
     */
    public Money amount() {
        return amount;
    }

    /**
     * Returns the customer's e-mail address.
     *
     * @return the address, or empty if it is not set
     */
    public Optional<String> customerEmail() {
        return Optional.ofNullable(fields.customerEmail());
    }

    /**
     * Returns the metadata that PayCrypt keeps with the session.
     *
     * @return an unmodifiable map of strings, numbers, booleans, lists and maps; empty if nothing is set
     */
    public Map<String, Object> metadata() {
        return fields.metadata();
    }

    /**
     * Returns where the customer goes after paying.
     *
     * @return an absolute http or https URL
     */
    public URI successUrl() {
        return URI.create(fields.successUrl());
    }

    /**
     * Returns where the customer goes after giving up.
     *
     * @return an absolute http or https URL
     */
    public URI cancelUrl() {
        return URI.create(fields.cancelUrl());
    }

    /**
     * Returns where PayCrypt delivers the webhooks of this session.
     *
     * @return an absolute http or https URL, or empty if it is not set
     */
    public Optional<URI> webhookUrl() {
        return Optional.ofNullable(fields.webhookUrl()).map(URI::create);
    }

    /**
     * Returns the body that is signed and sent.
     *
     * @return the JSON, in UTF-8; written anew by every call, always the same
     */
    public byte[] body() {
        return fields.bytes();
    }

    /**
     * Returns whether two requests send the same body.
     *
     * @param other the value to compare with
     * @return true for a request of the same content
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSessionRequest that && Arrays.equals(body(), that.body());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body());
    }

    /**
     * Returns the order id and the amount, and nothing about the customer.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "PaymentSessionRequest[orderId=" + orderId() + ", amount=" + amount + "]";
    }

    /**
     * Builds a request. What is wrong or missing, null included, is reported by {@link #build()}, all of it together.
     * Not for use by several threads at once.
     */
    public static final class Builder {
        private final Map<@Nullable String, @Nullable Object> metadata = new LinkedHashMap<>();
        private @Nullable String orderId;
        private @Nullable String amountText;
        private @Nullable BigDecimal amount;
        private @Nullable String currency;
        private @Nullable String customerEmail;
        private @Nullable String successUrl;
        private @Nullable String cancelUrl;
        private @Nullable String webhookUrl;

        private Builder() {}

        private Builder(PaymentSessionRequest from) {
            SessionRequestJson fields = from.fields;
            metadata.putAll(fields.metadata());
            this.orderId = fields.orderId();
            this.amount = from.amount.amount();
            this.currency = fields.currency();
            this.customerEmail = fields.customerEmail();
            this.successUrl = fields.successUrl();
            this.cancelUrl = fields.cancelUrl();
            this.webhookUrl = fields.webhookUrl();
        }

        /**
         * Sets the shop's own id of the order; required.
         *
         * @param orderId any text that is not blank, of at most 64 characters (code points), without U+0000
         * @return this
         */
        public Builder orderId(String orderId) {
            this.orderId = orderId;
            return this;
        }

        /**
         * Sets what the customer is to pay; required, in this form or as {@link Money}.
         *
         * @param amount plain decimal digits with at most one point, such as {@code "49.00"}: above zero, with at most 16
         *     digits before the point, and no more decimals than its currency has and at most two
         * @param currency the currency's code, 2 to 5 ASCII letters or digits such as {@code "USD"}
         * @return this
         */
        public Builder amount(String amount, String currency) {
            this.amountText = amount;
            this.amount = null;
            this.currency = currency;
            return this;
        }

        /**
         * Sets what the customer is to pay; required, in this form or as two texts.
         *
         * @param amount above zero, with at most 16 digits before the point, and no more decimals than its currency has
         *     and at most two
         * @return this
         */
        public Builder amount(Money amount) {
            Optional<Money> money = Optional.ofNullable(amount);
            this.amountText = null;
            this.amount = money.map(Money::amount).orElse(null);
            this.currency = money.map(Money::currency).orElse(null);
            return this;
        }

        /**
         * Sets the customer's e-mail address.
         *
         * @param email the address, not blank, of at most 255 characters (code points), without U+0000
         * @return this
         */
        public Builder customerEmail(String email) {
            this.customerEmail = Objects.requireNonNullElse(email, "");
            return this;
        }

        /**
         * Adds a member to the metadata that PayCrypt keeps with the session; a name set twice keeps its last value.
         *
         * <pre>{@code
         * .metadata("source", "merchant")
         * .metadata("items", List.of(Map.of("sku", "A-1", "quantity", 2)))
         * }</pre>
         *
         * @param name the name, not blank
         * @param value a String, a number ({@code Integer}, {@code Long}, {@code BigDecimal}, a finite {@code Double}, ...),
         *     a Boolean, or a List or Map (with names as its keys) of such values, up to 32 levels deep; copied when the
         *     request is built
         * @return this
         */
        public Builder metadata(String name, Object value) {
            metadata.put(name, value);
            return this;
        }

        /**
         * Sets where the customer goes after paying; required. That a customer arrives there proves no payment.
         *
         * @param url an absolute http or https URL
         * @return this
         */
        public Builder successUrl(String url) {
            this.successUrl = url;
            return this;
        }

        /**
         * Sets where the customer goes after giving up; required.
         *
         * @param url an absolute http or https URL
         * @return this
         */
        public Builder cancelUrl(String url) {
            this.cancelUrl = url;
            return this;
        }

        /**
         * Sets where PayCrypt delivers the webhooks of this session. Older servers require it on every session.
         *
         * @param url an absolute http or https URL that PayCrypt can reach
         * @return this
         */
        public Builder webhookUrl(String url) {
            this.webhookUrl = Objects.requireNonNullElse(url, "");
            return this;
        }

        /**
         * Builds the request.
         *
         * @return a valid request
         * @throws IllegalArgumentException if anything is missing or wrong; the message names all of it
         */
        public PaymentSessionRequest build() {
            Violations violations = new Violations();
            RequestRules.checkOrderId(orderId, violations);
            BigDecimal payable = amount == null ? AmountRules.parse(amountText, violations) : amount;
            AmountRules.checkCurrency(currency, violations);
            AmountRules.checkPayable(payable, currency, violations);
            RequestRules.checkEmail(customerEmail, violations);
            Map<String, Object> values = JsonValues.copy("metadata", metadata, violations);
            RequestRules.checkRequiredUrl("success_url", successUrl, violations);
            RequestRules.checkRequiredUrl("cancel_url", cancelUrl, violations);
            RequestRules.checkUrl("webhook_url", webhookUrl, violations);
            violations.throwIfAny("this payment session request cannot be sent");
            return request(Money.of(Objects.requireNonNull(payable), Objects.requireNonNull(currency)), values);
        }

        private PaymentSessionRequest request(Money money, Map<String, Object> values) {
            return new PaymentSessionRequest(
                    money,
                    new SessionRequestJson(
                            Objects.requireNonNull(orderId),
                            AmountRules.spell(money.amount(), money.currency()),
                            money.currency(),
                            customerEmail,
                            values,
                            Objects.requireNonNull(successUrl),
                            Objects.requireNonNull(cancelUrl),
                            webhookUrl));
        }
    }
}
