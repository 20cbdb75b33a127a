package com.paycrypt.examples.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Receivers written from the guide take the webhooks of the sandbox, and those that the SDK signs for tests. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignReceiverTest {
    private static final byte[] BODY =
            "{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"order_id\":\"ORD-\u20ac\"}}".getBytes(UTF_8);

    private final Http http = new Http();

    @ParameterizedTest
    @EnumSource
    void aWebhookOfTheSandboxIsTaken(Language language) {
        try (Sandbox sandbox = Sandbox.start();
                Peer receiver = receiver(language, sandbox.key(), sandbox.secret())) {
            String address = receiver.line();
            String session = createSession(sandbox, address);

            sandbox.customer(session).pays();
            sandbox.webhooks().await();

            assertThat(http.get(address + "/taken")).contains("payment.succeeded", session, "ORD-\u00e9");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NODE, pk_1, sk_1, 0, 200", "PYTHON, pk_1, sk_1, 0, 200",
        "NODE, pk_2, sk_1, 0, 401", "PYTHON, pk_2, sk_1, 0, 401",
        "NODE, pk_1, sk_2, 0, 401", "PYTHON, pk_1, sk_2, 0, 401",
        "NODE, pk_1, sk_1, -310, 400", "PYTHON, pk_1, sk_1, -310, 400",
        "NODE, pk_1, sk_1, 600, 400", "PYTHON, pk_1, sk_1, 600, 400",
    })
    void whatTheSdkSignsIsJudgedByTheGuide(Language language, String key, String secret, int skew, int status) {
        try (Peer receiver = receiver(language, "pk_1", "sk_1")) {
            WebhookSigner signer = WebhookSigner.of(
                    Credentials.of(key, secret), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(skew)));

            assertThat(http.post(receiver.line(), signer.sign(BODY)).statusCode())
                    .isEqualTo(status);
        }
    }

    private static Peer receiver(Language language, String key, String secret) {
        return Peer.server(language, "webhook_receiver", key, secret);
    }

    private static String createSession(Sandbox sandbox, String webhookUrl) {
        try (PayCryptClient payCrypt = PayCryptClient.builder(
                        sandbox.baseUrl(), Credentials.of(sandbox.key(), sandbox.secret()))
                .build()) {
            PaymentSession session = payCrypt.paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("ORD-\u00e9")
                            .amount("49.00", "USD")
                            .successUrl("https://merchant.tld/success")
                            .cancelUrl("https://merchant.tld/cancel")
                            .webhookUrl(webhookUrl)
                            .build());
            return session.id();
        }
    }
}
