package com.paycrypt.sdk.session;

import com.paycrypt.sdk.money.Money;

/** What is asked of a new payment session. */
public final class PaymentSessionRequest {
    private PaymentSessionRequest() {}

    public static Builder builder() {
        throw new UnsupportedOperationException();
    }

    public String orderId() {
        throw new UnsupportedOperationException();
    }

    public Money amount() {
        throw new UnsupportedOperationException();
    }

    public byte[] toJson() {
        throw new UnsupportedOperationException();
    }

    /** Builds a request. */
    public static final class Builder {
        private Builder() {}

        public Builder orderId(String orderId) {
            throw new UnsupportedOperationException();
        }

        public Builder amount(String amount, String currency) {
            throw new UnsupportedOperationException();
        }

        public Builder amount(Money amount) {
            throw new UnsupportedOperationException();
        }

        public Builder customerEmail(String email) {
            throw new UnsupportedOperationException();
        }

        public Builder metadata(String name, String value) {
            throw new UnsupportedOperationException();
        }

        public Builder successUrl(String url) {
            throw new UnsupportedOperationException();
        }

        public Builder cancelUrl(String url) {
            throw new UnsupportedOperationException();
        }

        public Builder webhookUrl(String url) {
            throw new UnsupportedOperationException();
        }

        public PaymentSessionRequest build() {
            throw new UnsupportedOperationException();
        }
    }
}
