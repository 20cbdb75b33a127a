package com.paycrypt.examples.documentation;

// region minimal
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;

/** Creates a payment session. */
final class SessionProgram {
    private SessionProgram() {}

    static void run(String baseUrl, String key, String secret) {
        // region session
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(baseUrl, Credentials.of(key, secret)).build()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-123")
                            .amount("49.00", "USD")
                            .customerEmail("buyer@example.com")
                            .successUrl("https://shop.example/orders/ORD-123")
                            .cancelUrl("https://shop.example/cart")
                            .webhookUrl("https://shop.example/api/paycrypt/webhook")
                            .build());
            System.out.println("send the customer to " + session.checkoutUrl());
        }
        // endregion
    }
}
// endregion
