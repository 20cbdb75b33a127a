package com.paycrypt.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.session.RetrievedSession;
import com.paycrypt.sdk.session.SessionStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class PaymentSessionsTest {
    private static final String CREATED = "{\"id\": \"ps_abcd1234ef56\", \"status\": \"created\", \"checkout_url\":"
            + " \"https://paycrypt.tld/checkout/ps_abcd1234ef56\", \"expires_at\": 1723650000}\n";
    private static final PaymentSessionRequest REQUEST = PaymentSessionRequest.builder()
            .orderId("ORD-123")
            .amount("49.00", "USD")
            .customerEmail("buyer@example.com")
            .metadata("source", "merchant")
            .successUrl("https://merchant.tld/success?oid=ORD-123")
            .cancelUrl("https://merchant.tld/cancel?oid=ORD-123")
            .webhookUrl("https://merchant.tld/api/paycrypt/webhook")
            .build();
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC);

    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void aSessionIsCreatedByASignedRequest() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(201).body(CREATED).build());

        PaymentSession session = client("/").paymentSessions().create(REQUEST);

        assertThat(session.id()).isEqualTo("ps_abcd1234ef56");
        assertThat(session.status()).isEqualTo(SessionStatus.CREATED);
        assertThat(session.checkoutUrl()).isEqualTo(URI.create("https://paycrypt.tld/checkout/ps_abcd1234ef56"));
        assertThat(session.expiresAt()).isEqualTo(Instant.ofEpochSecond(1723650000));
        RecordedRequest sent = server.takeRequest();
        byte[] body = Objects.requireNonNull(sent.getBody()).toByteArray();
        assertThat(sent.getRequestLine()).isEqualTo("POST /api/v1/payment_sessions HTTP/1.1");
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\","
                        + "\"customer\":{\"email\":\"buyer@example.com\"},\"metadata\":{\"source\":\"merchant\"},"
                        + "\"success_url\":\"https://merchant.tld/success?oid=ORD-123\","
                        + "\"cancel_url\":\"https://merchant.tld/cancel?oid=ORD-123\","
                        + "\"webhook_url\":\"https://merchant.tld/api/paycrypt/webhook\"}");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("X-Paycrypt-Key")).isEqualTo("pk_1");
        assertThat(sent.getHeaders().get("X-Paycrypt-Timestamp")).isEqualTo("1723650000");
        assertThat(sent.getHeaders().get("X-Paycrypt-Signature")).isEqualTo(CREDENTIALS.sign(1723650000, body));
        assertThat(sent.getHeaders().get("X-Request-ID")).matches("[0-9a-f]{32}");
        assertThat(sent.getHeaders().get("User-Agent")).matches("paycrypt-sdk-java/[0-9][^ ]* \\(java [^ ]+; [^ ]+\\)");
    }

    @Test
    void aSessionIsRetrievedWithWhateverOlderServersTell() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .body(
                        "{\"amount\": 49.10, \"currency\": \"USD\", \"expires_at\": 1723650000, \"id\": \"ps/1\","
                                + " \"metadata\": {\"source\": \"merchant\"}, \"order_id\": \"ORD-123\", \"status\": \"paused\"}")
                .build());

        RetrievedSession session =
                client("/prefix/").paymentSessions().retrieveAsync("ps/1").join();

        assertThat(session.status().value()).isEqualTo("paused");
        assertThat(session.checkoutUrl()).isEmpty();
        assertThat(session.amount()).hasValue(Money.of("49.10", "USD"));
        assertThat(session.additional()).containsOnlyKeys("metadata");
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getRequestLine()).isEqualTo("GET /prefix/api/v1/payment_sessions/ps%2F1 HTTP/1.1");
        assertThat(sent.getHeaders().get("X-Paycrypt-Signature")).isEqualTo(CREDENTIALS.sign(1723650000, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "ar-SA-u-nu-arab", "tr-TR", "fa-IR", "th-TH-u-ca-buddhist", "hi-IN-u-nu-deva"})
    void theDefaultLocaleChangesNothingOnTheWire(String tag) throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Tue, 13 Aug 2024 12:00:00 GMT")
                .addHeader("Retry-After", "Tue, 13 Aug 2024 12:00:00 GMT")
                .build());
        server.enqueue(new MockResponse.Builder().code(201).body(CREATED).build());
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try (PayCryptClient client = client("/")) {
            assertThat(client.paymentSessions().create(REQUEST).expiresAt())
                    .isEqualTo(Instant.ofEpochSecond(1723650000));
        } finally {
            Locale.setDefault(before);
        }

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("X-Paycrypt-Timestamp")).isEqualTo("1723650000");
        assertThat(sent.getHeaders().get("X-Request-ID")).matches("[0-9a-f]{32}");
    }

    private PayCryptClient client(String path) {
        return PayCryptClient.builder(server.url(path).toString(), CREDENTIALS)
                .clock(CLOCK)
                .build();
    }
}
