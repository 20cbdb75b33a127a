package com.paycrypt.examples.benchmarks;

import com.paycrypt.sdk.session.PaymentSessionRequest;

/** The call that is measured: the one of the API guide. */
final class Subject {
    static final String KEY = "pk_benchmark";
    static final String SECRET = "sk_benchmark_0123456789";
    static final String ORDER_ID = "ORD-123";
    static final String RESPONSE = "{\"id\": \"ps_abcd1234ef56\", \"status\": \"created\", \"checkout_url\":"
            + " \"https://paycrypt.tld/checkout/ps_abcd1234ef56\", \"expires_at\": 1723650000}";

    private Subject() {}

    static PaymentSessionRequest request() {
        return PaymentSessionRequest.builder()
                .orderId(ORDER_ID)
                .amount("49.00", "USD")
                .customerEmail("buyer@example.com")
                .metadata("source", "merchant")
                .successUrl("https://merchant.tld/success?oid=ORD-123")
                .cancelUrl("https://merchant.tld/cancel?oid=ORD-123")
                .webhookUrl("https://merchant.tld/api/paycrypt/webhook")
                .build();
    }
}
