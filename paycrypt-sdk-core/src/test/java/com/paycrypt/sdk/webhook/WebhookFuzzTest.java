package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whatever the bytes, nothing but an event or a refusal comes out. The ordinary build runs the corpus; with the
 * environment variable {@code JAZZER_FUZZ=1} a fuzzer guided by coverage looks for more.
 */
class WebhookFuzzTest {
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private final WebhookVerifier verifier = WebhookVerifier.of(CREDENTIALS);

    /** The body is signed, so that everything behind the signature is reached. */
    @FuzzTest(maxDuration = "2m")
    void aGenuineBodyIsAnEventOrMalformed(byte[] body) {
        SignedWebhook delivery = WebhookSigner.of(CREDENTIALS).sign(body);
        try {
            touch(verifier.verify(delivery.headers()::get, body));
        } catch (WebhookRejectedException refused) {
            assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_EVENT);
        }
    }

    private static void touch(WebhookEvent event) {
        assertThat(event.type()).isNotEmpty();
        assertThat(event.id()).isNotNull();
        assertThat(event.data()).isNotNull();
        event.created();
        Payment payment = event.payment();
        assertThat(payment.metadata()).isNotNull();
        payment.amount().ifPresent(amount -> assertThat(amount.toString()).hasSizeLessThan(400));
        payment.expiresAt();
        payment.sessionId();
        assertThat(event.toString() + payment).isPrintable();
    }

    /** Whatever the headers, the answer is one of the guide's, and nobody's code is run. */
    @FuzzTest(maxDuration = "2m")
    void unsignedHeadersAreRefused(FuzzedDataProvider data) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name :
                List.of("X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature", "Content-Length")) {
            if (data.consumeBoolean()) {
                headers.put(name, List.of(data.consumeBoolean() ? "pk_1" : data.consumeString(80)));
            }
        }
        byte[] body = data.consumeRemainingAsBytes();
        WebhookReceiver receiver =
                WebhookReceiver.builder(CREDENTIALS).handler(event -> {}).build();

        assertThat(receiver.receive("POST", headers::get, body).status()).isIn(400, 401, 413);
        assertThat(verifier.explain(headers::get, body)).startsWith("Refused with 4");
    }
}
