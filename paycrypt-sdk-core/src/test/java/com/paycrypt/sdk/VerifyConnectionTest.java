package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed request that creates nothing proves URL, key, secret and clock. */
class VerifyConnectionTest {
    private static final Instant RIGHT = Instant.parse("2026-11-01T12:00:00Z");

    @StartStop
    final MockWebServer server = new MockWebServer();

    private final AtomicInteger created = new AtomicInteger();
    private final FakeTime time = new FakeTime(RIGHT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"missing fields\",\"fields\":[\"order_id\"]}",
                "{\"error\":\"missing_fields\",\"fields\":[\"order_id\",\"amount\"]}",
                "{\"error\":\"missing_fields\"}",
                "{\"error\":{\"code\":\"missing_fields\",\"message\":\"no\"}}",
                "{\"error\":\"invalid_amount\"}"
            })
    void whatIsRejectedForItsFieldsAloneIsRight(String body) throws InterruptedException {
        server.enqueue(Sessions.answer(400, body));
        try (PayCryptClient client = client(time)) {
            assertThat(client.verifyConnection().status()).isEqualTo(400);
        }
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getRequestLine()).startsWith("POST /api/v1/payment_sessions ");
        assertThat(Objects.requireNonNull(sent.getBody()).utf8()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '{\"error\":\"invalid key\"}', the key is active",
        "403, '{\"error\":\"ip_not_allowed\"}', Allow this machine's address",
        "403, '<!doctype html><title>403</title><p>Bad signature</p>', the secret is that of the key",
        "400, '{\"error\":\"invalid JSON\"}', Correct the request",
        "404, '', Check the base URL"
    })
    void whateverElseIsWrongIsNamed(int status, String body, String advice) {
        server.enqueue(Sessions.answer(status, body));
        try (PayCryptClient client = client(time)) {
            assertThatThrownBy(client::verifyConnection)
                    .isInstanceOfSatisfying(
                            PayCryptApiException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED))
                    .hasMessageStartingWith("Verifying the connection to " + server.getHostName() + " failed")
                    .hasMessageContaining(advice);
        }
    }

    @Test
    void itHealsTheClockAndCreatesNothing() {
        Duration off = Duration.ofHours(2);
        FakeTime wrong = new FakeTime(RIGHT.plus(off));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean stale = Sessions.timestamp(request)
                        .isAfter(wrong.now().minus(off).plusSeconds(300));
                String error =
                        stale ? "{\"error\":\"stale\"}" : "{\"error\":\"missing_fields\",\"fields\":[\"order_id\"]}";
                created.addAndGet(
                        Objects.requireNonNull(request.getBody()).utf8().equals("{}") ? 0 : 1);
                return Sessions.answer(400, error)
                        .newBuilder()
                        .setHeader("Date", Sessions.httpDate(wrong.now().minus(off)))
                        .build();
            }
        });
        try (PayCryptClient client = client(wrong)) {
            assertThat(client.verifyConnection().attempts()).isEqualTo(2);
            assertThat(client.verifyConnection().attempts()).isEqualTo(1);
        }
        assertThat(created).hasValue(0);
    }

    private PayCryptClient client(FakeTime source) {
        return source.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS))
                .build();
    }
}
