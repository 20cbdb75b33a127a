package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The SDK's lines in the application's own log, by the application's own levels. */
@Tag("alone")
@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {
    private static final String LINE = "DEBUG.*com\\.paycrypt\\.sdk +: POST http://.*/api/v1/payment_sessions \\[.*] ";

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start();
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void debugTurnsTheLinesOfCallsOn(CapturedOutput output) {
        try (Shop shop = start("logging.level.com.paycrypt.sdk=debug")) {
            call(shop);
        }
        assertThat(output.getAll())
                .containsPattern(LINE + "attempt 1: 201 .* in \\d+ ms")
                .containsPattern(LINE + "done");
    }

    /** The actuator's loggers endpoint does the same. */
    @Test
    void infoTurnsThemOffAndALevelThatChangesWhileTheApplicationRunsHolds(CapturedOutput output) {
        try (Shop shop = start("logging.level.com.paycrypt.sdk=info")) {
            call(shop);
            shop.bean(LoggingSystem.class).setLogLevel("com.paycrypt.sdk", LogLevel.DEBUG);
            assertThat(output.getAll()).contains("Started").doesNotContain("payment_sessions");
            call(shop);
            assertThat(output.getAll()).containsPattern(LINE + "done");
            shop.bean(LoggingSystem.class).setLogLevel("com.paycrypt.sdk", LogLevel.INFO);
            int before = output.getAll().length();
            call(shop);
            assertThat(output.getAll().substring(before)).doesNotContain("payment_sessions");
        }
    }

    @Test
    void evenTraceTellsNoSecretAndNoSignature(CapturedOutput output) throws Exception {
        try (Shop shop = start(Applications.WithController.class, "logging.level.com.paycrypt=trace")) {
            call(shop);
            shop.deliver(signedBy(sandbox.secret()));
            shop.deliver(signedBy("sk_of_a_forger"));
        }
        assertThat(output.getAll())
                .containsPattern(LINE + "done")
                .containsPattern("DEBUG.*com\\.paycrypt\\.sdk\\.webhook")
                .doesNotContain(sandbox.secret(), "sk_of_a_forger")
                .doesNotContainPattern("[0-9A-Fa-f]{64}");
    }

    private Shop start(String level) {
        return start(Applications.WithoutUs.class, level, "paycrypt.webhook.enabled=false");
    }

    private Shop start(Class<?> application, String... properties) {
        return Shop.start(sandbox.baseUrl(), sandbox.key(), sandbox.secret(), application, properties);
    }

    private static void call(Shop shop) {
        shop.bean(PayCryptClient.class)
                .paymentSessions()
                .create(PaymentSessionRequest.builder()
                        .orderId("ORD-123")
                        .amount("49.00", "USD")
                        .successUrl("https://merchant.tld/success")
                        .cancelUrl("https://merchant.tld/cancel")
                        .build());
    }

    private SignedWebhook signedBy(String secret) {
        return WebhookSigner.of(Credentials.of(sandbox.key(), secret)).sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));
    }
}
