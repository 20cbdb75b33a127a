package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.auth.CredentialsResolver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** A platform finds the secrets of many merchants by the key of each delivery. */
class WebhookPlatformTest {
    private final Map<String, List<Credentials>> vault = Map.of(
            "pk_a", List.of(Credentials.of("pk_a", "sk_a")),
            "pk_b", List.of(Credentials.of("pk_b", "sk_old"), Credentials.of("pk_b", "sk_new")),
            "pk_c", List.of(Credentials.of("pk_a", "sk_a")));
    private final List<String> handled = new ArrayList<>();
    private final WebhookReceiver receiver = receiver(key -> vault.getOrDefault(key, List.of()));

    @Test
    void eachMerchantsDeliveryIsVerifiedWithItsOwnSecrets() {
        assertThat(receive(receiver, "pk_a", "sk_a")).isEqualTo(200);
        assertThat(receive(receiver, "pk_b", "sk_new")).isEqualTo(200);
        assertThat(receive(receiver, "pk_b", "sk_old")).isEqualTo(200);

        assertThat(handled).containsExactly("pk_a", "pk_b", "pk_b");
    }

    @Test
    void noSecretOfAnotherMerchantCounts() {
        assertThat(receive(receiver, "pk_a", "sk_new")).isEqualTo(401);
        assertThat(receive(receiver, "pk_x", "sk_a")).isEqualTo(401);
        assertThat(receive(receiver, "pk_c", "sk_a")).isEqualTo(401);

        assertThat(handled).isEmpty();
    }

    @Test
    void aVaultThatCannotBeReachedIsAnswered503AndLogged() {
        WebhookReceiver down = receiver(key -> {
            throw new IllegalStateException("vault sealed");
        });
        SignedWebhook delivery = sign("pk_a", "sk_a");

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(receive(down, "pk_a", "sk_a")).isEqualTo(503);
            assertThat(down.precheck("POST", delivery.headers()::get))
                    .map(WebhookResponse::status)
                    .hasValue(503);
            assertThat(log.at(Level.SEVERE)).isNotEmpty().allMatch(line -> line.contains("CredentialsResolver failed"));
        }
        assertThat(down.precheck("GET", delivery.headers()::get))
                .map(WebhookResponse::status)
                .hasValue(405);
    }

    @Test
    void aVerifierThrowsWhatItsResolverThrows() {
        SignedWebhook delivery = sign("pk_a", "sk_a");
        WebhookVerifier down = WebhookVerifier.of((CredentialsResolver) key -> {
            throw new IllegalStateException("vault sealed");
        });

        assertThatIllegalStateException().isThrownBy(() -> down.verify(delivery.headers()::get, delivery.body()));
        assertThat(WebhookVerifier.of((CredentialsResolver) key -> vault.getOrDefault(key, List.of()))
                        .verify(delivery.headers()::get, delivery.body())
                        .key())
                .isEqualTo("pk_a");
    }

    /** Without a resolver nothing but the server's own headers can fail, and that is the server's matter. */
    @Test
    void whatAServersHeadersThrowIsNotHidden() {
        WebhookReceiver fixed =
                WebhookReceiver.builder(Credentials.of("pk_a", "sk_a")).build();

        assertThatThrownBy(() -> fixed.precheck("POST", name -> {
                    throw new UnsupportedOperationException(name);
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private WebhookReceiver receiver(CredentialsResolver resolver) {
        return WebhookReceiver.builder(resolver)
                .handler(event -> handled.add(event.key()))
                .build();
    }

    private static int receive(WebhookReceiver receiver, String key, String secret) {
        SignedWebhook delivery = sign(key, secret);
        return receiver.receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    private static SignedWebhook sign(String key, String secret) {
        return WebhookSigner.of(Credentials.of(key, secret)).sign("{\"type\":\"t\"}".getBytes(StandardCharsets.UTF_8));
    }
}
