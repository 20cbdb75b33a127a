package com.paycrypt.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client creates sessions on a server that was written from the guide. */
class ForeignServerTest {
    private static final PaymentSessionRequest REQUEST = PaymentSessionRequest.builder()
            .orderId("ORD-\u20ac")
            .amount("49.00", "USD")
            .customerEmail("buyer@example.com")
            .metadata("source", "m\u00e9rchant \"\ud83d\ude00\"")
            .successUrl("https://merchant.tld/success?oid=1&x=2")
            .cancelUrl("https://merchant.tld/cancel")
            .build();

    private final Peer server = Peer.server(Language.PYTHON, "server", "pk_1", "sk_1");
    private final String address = server.line();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSessionIsCreatedWithEveryFieldAsItWasGiven() {
        try (PayCryptClient payCrypt = client("sk_1")) {
            PaymentSession session = payCrypt.paymentSessions().create(REQUEST);

            assertThat(session.id()).isEqualTo("ps_000000000001");
            assertThat(session.checkoutUrl()).hasToString(address + "/checkout/ps_000000000001");
        }
        assertThat(new Http().get(address))
                .contains("\"order_id\": \"ORD-\\u20ac\"", "\"amount\": \"49.00\"", "\"email\": \"buyer@example.com\"")
                .contains("\"source\": \"m\\u00e9rchant \\\"\\ud83d\\ude00\\\"\"", "success?oid=1&x=2")
                .doesNotContain("null");
    }

    @Test
    void anotherSecretIsRejected() {
        try (PayCryptClient payCrypt = client("sk_2")) {
            assertThatExceptionOfType(PayCryptApiException.class)
                    .isThrownBy(() -> payCrypt.paymentSessions().create(REQUEST))
                    .satisfies(rejection -> assertThat(rejection.outcome()).isEqualTo(Outcome.REJECTED))
                    .withMessageContaining("bad signature");
        }
        assertThat(new Http().get(address)).isEqualToIgnoringWhitespace("[]");
    }

    private PayCryptClient client(String secret) {
        return PayCryptClient.builder(address, Credentials.of("pk_1", secret)).build();
    }
}
