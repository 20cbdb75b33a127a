package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for every receiver: which key signed, what counts as absent, what operators are warned of. */
class WebhookRulesTest {
    private final Credentials credentials = Credentials.of("pk_1", "sk_1");
    private final Credentials second = Credentials.of("pk_2", "sk_2");
    private final SignedWebhook delivery = sign(credentials);

    @Test
    void anEventNamesTheKeyThatSignedIt() {
        WebhookVerifier verifier =
                WebhookVerifier.builder(credentials).alsoAccept(second).build();

        assertThat(verifier.verify(delivery.headers()::get, delivery.body()).key())
                .isEqualTo("pk_1");
        SignedWebhook other = sign(second);
        assertThat(verifier.verify(other.headers()::get, other.body()).key()).isEqualTo("pk_2");
    }

    @Test
    void twoKeysWithOneSecretAreRejectedAtBuildAndOneKeyWithTwoSecretsIsNot() {
        WebhookVerifier.Builder builder =
                WebhookVerifier.builder(credentials).alsoAccept(second).alsoAccept(Credentials.of("pk_3", "sk_2"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("pk_2 and pk_3 have the same secret")
                .withMessageNotContaining("sk_2");
        assertThat(WebhookVerifier.builder(credentials)
                        .alsoAccept(Credentials.of("pk_1", "sk_3"))
                        .alsoAccept(credentials)
                        .build())
                .isNotNull();
    }

    /** The signature does not cover the header of the key, so a copy that names another key is still a copy. */
    @Test
    void aDeliveryIsKnownByWhatWasSignedWhicheverKeyItNames() {
        ReplayGuard shared = ReplayGuard.inMemory();
        List<String> handled = new ArrayList<>();
        Credentials sameSecret = Credentials.of("pk_9", "sk_1");
        Map<String, List<String>> respelled = new HashMap<>(delivery.headers());
        respelled.put("X-Paycrypt-Key", List.of("pk_9"));

        receive(shared, credentials, delivery.headers(), handled);
        assertThat(receive(shared, sameSecret, respelled, handled)).isEqualTo(200);

        assertThat(handled).containsExactly("pk_1");
    }

    private int receive(
            ReplayGuard guard, Credentials accepted, Map<String, List<String>> headers, List<String> handled) {
        return WebhookReceiver.builder(accepted)
                .replayGuard(guard)
                .handler(event -> handled.add(event.key()))
                .build()
                .receive("POST", headers::get, delivery.body())
                .status();
    }

    /** Gateways of other languages look each header up in a map of lower-case names and wrap what they find. */
    @Test
    void aReceiverWithoutAHandlerClaimsNothing() {
        ReplayGuard guard = ReplayGuard.inMemory();
        WebhookReceiver without =
                WebhookReceiver.builder(credentials).replayGuard(guard).build();
        WebhookDelivery rejected = without.accept("GET", delivery.headers()::get, delivery.body());

        assertThatIllegalStateException()
                .isThrownBy(() -> without.receive("POST", delivery.headers()::get, delivery.body()))
                .withMessageContaining("handler");
        assertThatIllegalStateException().isThrownBy(() -> without.handle(rejected));
        assertThat(without.accept("POST", delivery.headers()::get, delivery.body())
                        .response())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void theThreadIsInterruptedAfterwardsIfTheHandlerWasOrIfItWasBefore(boolean before, boolean thrown) {
        WebhookReceiver interrupted = WebhookReceiver.builder(credentials)
                .handler(event -> {
                    if (thrown) {
                        throw new InterruptedException("shutting down");
                    }
                })
                .build();
        if (before) {
            Thread.currentThread().interrupt();
        }

        WebhookResponse response = interrupted.receive("POST", delivery.headers()::get, delivery.body());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response.status()).isEqualTo(thrown ? 500 : 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature"})
    void theHeaderThatCameTwiceIsNamed(String name) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.compute(name, (key, values) -> List.of(values.get(0), values.get(0)));
        WebhookVerifier verifier = WebhookVerifier.builder(credentials).build();

        assertThatThrownBy(() -> verifier.verify(headers::get, delivery.body()))
                .isInstanceOf(WebhookRejectedException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aListOfNullsIsAnAbsentHeader() {
        Map<String, String> lowerCase = new HashMap<>();
        delivery.headers().forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values.get(0)));

        assertThat(verify(name -> Collections.singletonList(lowerCase.get(name))))
                .isEqualTo("pk_1");
        assertThat(verify(name -> Arrays.asList(null, lowerCase.get(name), null)))
                .isEqualTo("pk_1");
        assertThatThrownBy(() -> verify(name -> Arrays.asList("x", lowerCase.get(name))))
                .hasMessageContaining("came more than once");
    }

    private String verify(java.util.function.Function<String, @Nullable List<String>> headers) {
        return WebhookVerifier.of(credentials).verify(headers, delivery.body()).key();
    }

    @Test
    void anEmptyBodyWasProbablyReadBefore() {
        assertThatThrownBy(() -> WebhookVerifier.of(credentials).verify(delivery.headers()::get, new byte[0]))
                .hasMessageContaining("the body is empty and was probably read before")
                .hasMessageContaining("DEBUG");
        assertThatThrownBy(() -> WebhookVerifier.of(credentials).verify(delivery.headers()::get, new byte[1]))
                .hasMessageContaining("is not that of this timestamp and body")
                .hasMessageContaining("com.paycrypt.sdk.webhook names the cause at DEBUG");
    }

    @ParameterizedTest
    @CsvSource({"5000, 0", "5001, 1", "30000, 1"})
    void aHandlerThatOutlastsTheSendersPatienceIsWarnedOf(long millis, int warnings) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        WebhookReceiver slow = WebhookReceiver.builder(credentials)
                .nanoTime(now::get)
                .handler(event -> {
                    now.addAndGet(Duration.ofMillis(millis).toNanos());
                    if (event.type().isEmpty()) {
                        throw new IOException("never");
                    }
                })
                .build();
        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(slow.receive("POST", delivery.headers()::get, delivery.body())
                            .status())
                    .isEqualTo(200);
            assertThat(log.at(Level.WARNING))
                    .hasSize(warnings)
                    .allMatch(line -> line.contains("took " + millis / 1000 + " s, but PayCrypt waits 5 s")
                            && line.contains("order=O-1"));
        }
    }

    private static SignedWebhook sign(Credentials by) {
        return WebhookSigner.of(by)
                .sign("{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"O-1\"}}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
