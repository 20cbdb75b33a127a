package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureFormTest {
    private static final String DIGITS = "0123456789abcdef";

    private final Credentials credentials = Credentials.of("pk_1", "sk_1");
    private final SignedWebhook delivery = WebhookSigner.of(credentials).sign(new byte[0]);

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 63})
    void onlySixteenCharactersAreDigits(int place) {
        IntStream.concat(IntStream.range(0, 0x300), IntStream.of(0x660, 0xFF10, 0xFF41))
                .forEach(c -> {
                    String signature = new StringBuilder("0".repeat(64))
                            .replace(place, place + 1, Character.toString(c))
                            .toString();
                    assertThat(reason(signature))
                            .as(signature)
                            .isEqualTo(DIGITS.indexOf(c) < 0 ? Reason.MALFORMED_SIGNATURE : Reason.WRONG_SIGNATURE);
                });
    }

    @Test
    void onlySixtyFourDigitsAreASignature() {
        IntStream.range(0, 130)
                .forEach(length -> assertThat(reason("0".repeat(length)))
                        .isEqualTo(length == 64 ? Reason.WRONG_SIGNATURE : Reason.MALFORMED_SIGNATURE));
    }

    private Reason reason(String signature) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.put("X-Paycrypt-Signature", List.of(signature));
        return catchThrowableOfType(
                        WebhookRejectedException.class,
                        () -> WebhookVerifier.of(credentials).verify(headers::get, delivery.body()))
                .reason();
    }

    @Test
    void aSignerGoesByTheClockItIsGiven() {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1723650000999L), ZoneOffset.UTC);
        byte[] body =
                "{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSigner.of(Credentials.of("pk_1", "YOUR_SECRET"), clock)
                        .sign(body)
                        .headers())
                .containsEntry("X-Paycrypt-Timestamp", List.of("1723650000"))
                .containsEntry(
                        "X-Paycrypt-Signature",
                        List.of("cb859a554e0b9c2d46ff786ca5b9e82365c2840af40125e4dbaadf6d3eb8822b"));
    }

    @Test
    void aSignedDeliveryNamesItsKeyAndNothingThatWasSigned() {
        assertThat(delivery).hasToString("SignedWebhook[key=[pk_1], 0 bytes]");
    }
}
