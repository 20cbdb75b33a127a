package com.paycrypt.examples.documentation;

// region checkout
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.junit.SandboxExtension;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class CheckoutTest {
    @Test
    void aSessionCanBePaid(Sandbox sandbox) {
        Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
        try (PayCryptClient payCrypt =
                PayCryptClient.builder(sandbox.baseUrl(), credentials).build()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-123")
                            .amount("49.00", "USD")
                            .successUrl("https://merchant.tld/success")
                            .cancelUrl("https://merchant.tld/cancel")
                            .build());

            sandbox.customer(session.id()).pays();

            assertThat(sandbox.session(session.id()))
                    .hasValueSatisfying(paid -> assertThat(paid.state().name()).isEqualTo("PAID"));
        }
    }
}
// endregion
