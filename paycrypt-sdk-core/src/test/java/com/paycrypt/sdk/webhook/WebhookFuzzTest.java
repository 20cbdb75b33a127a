package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.json.JacksonOracle;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whatever the bytes, nothing but an event or a rejection comes out. The ordinary build runs the corpus; with the
 * environment variable {@code JAZZER_FUZZ=1} a fuzzer guided by coverage looks for more.
 */
class WebhookFuzzTest {
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC);
    private static final SignedWebhook GENUINE = WebhookSigner.of(CREDENTIALS, CLOCK)
            .sign("{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"O-1\"}}".getBytes(StandardCharsets.UTF_8));

    private final WebhookVerifier verifier = WebhookVerifier.of(CREDENTIALS);

    /** The body is signed, so that everything behind the signature is reached. */
    @FuzzTest(maxDuration = "5m")
    void aGenuineBodyIsAnEventOrMalformed(byte[] body) throws JsonProcessingException {
        SignedWebhook delivery = WebhookSigner.of(CREDENTIALS).sign(body);
        Optional<WebhookEvent> event = event(delivery.headers(), body);

        event.ifPresent(WebhookFuzzTest::touch);
        if (JacksonOracle.isCompetent(body)) {
            assertThat(event.map(WebhookEvent::type)).isEqualTo(JacksonOracle.type(body));
            if (event.isPresent()) {
                JacksonReading.of(body).agreesWith(event.get());
            }
        }
    }

    private Optional<WebhookEvent> event(Map<String, List<String>> headers, byte[] body) {
        try {
            return Optional.of(verifier.verify(headers::get, body));
        } catch (WebhookRejectedException rejected) {
            assertThat(rejected.reason()).isEqualTo(Reason.MALFORMED_EVENT);
            return Optional.empty();
        }
    }

    private static void touch(WebhookEvent event) {
        event.created();
        Payment payment = event.payment();
        payment.amount().ifPresent(amount -> assertThat(amount.toString()).hasSizeLessThan(400));
        payment.expiresAt();
        payment.sessionId();
        assertThat(event.toString() + payment).isPrintable();
    }

    /** Whatever the headers, the answer is one of the guide's, and nobody's code is run. */
    @FuzzTest(maxDuration = "5m")
    void unsignedHeadersAreRejected(FuzzedDataProvider data) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name :
                List.of("X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature", "Content-Length")) {
            if (data.consumeBoolean()) {
                headers.put(name, List.of(data.consumeBoolean() ? "pk_1" : data.consumeString(80)));
            }
        }
        byte[] body = data.consumeRemainingAsBytes();
        List<WebhookEvent> handled = new ArrayList<>();
        WebhookReceiver receiver =
                WebhookReceiver.builder(CREDENTIALS).handler(handled::add).build();

        assertThat(receiver.receive("POST", headers::get, body).status()).isIn(400, 401, 413);
        assertThat(handled).isEmpty();
        assertThat(verifier.explain(headers::get, body)).startsWith("Rejected with 4");
    }

    /** However a delivery that was handled is respelled, it is that very delivery or rejected. */
    @FuzzTest(maxDuration = "5m")
    void aRespelledDeliveryIsNeverHandledAgain(FuzzedDataProvider data) {
        Map<String, List<String>> headers = new HashMap<>();
        GENUINE.headers().forEach((name, values) -> respell(data, headers, name, values.get(0)));
        byte[] body = respelled(data, new String(GENUINE.body(), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        List<WebhookEvent> handled = new ArrayList<>();
        WebhookReceiver receiver = WebhookReceiver.builder(
                        WebhookVerifier.builder(CREDENTIALS).clock(CLOCK).build())
                .handler(handled::add)
                .build();

        assertThat(receiver.receive("POST", GENUINE.headers()::get, GENUINE.body())
                        .status())
                .isEqualTo(200);
        int answer = receiver.receive("POST", headers::get, body).status();
        assertThat(handled).hasSize(1);
        assertThat(answer == 200).isEqualTo(isGenuine(headers, body));
        assertThat(rejection(headers, body) == null).isEqualTo(answer == 200);
    }

    private static WebhookRejectedException rejection(Map<String, List<String>> headers, byte[] body) {
        WebhookVerifier sameTime =
                WebhookVerifier.builder(CREDENTIALS).clock(CLOCK).build();
        return catchThrowableOfType(WebhookRejectedException.class, () -> sameTime.verify(headers::get, body));
    }

    private static void respell(
            FuzzedDataProvider data, Map<String, List<String>> headers, String name, String genuine) {
        String value = respelled(data, genuine);
        String spelling = data.consumeBoolean() ? name : name.toLowerCase(Locale.ROOT);
        headers.put(spelling, data.consumeInt(0, 9) == 0 ? List.of(value, respelled(data, genuine)) : List.of(value));
    }

    /** The text itself, or with one place of it replaced. */
    private static String respelled(FuzzedDataProvider data, String genuine) {
        if (data.consumeBoolean()) {
            return genuine;
        }
        int start = data.consumeInt(0, genuine.length());
        int end = data.consumeInt(start, genuine.length());
        return genuine.substring(0, start) + data.consumeString(3) + genuine.substring(end);
    }

    /** Each of the three headers once, under either spelling, and all as it was signed. */
    private static boolean isGenuine(Map<String, List<String>> headers, byte[] body) {
        return Arrays.equals(body, GENUINE.body())
                && List.of("X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature").stream()
                        .allMatch(name -> signed(name)
                                .equals(headers.getOrDefault(name, headers.get(name.toLowerCase(Locale.ROOT)))));
    }

    private static List<String> signed(String name) {
        return Objects.requireNonNull(GENUINE.headers().get(name));
    }
}
