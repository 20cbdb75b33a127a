package com.paycrypt.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the result does not show is told beside it, in one line each. */
class NotesTest {
    private static final String SESSION =
            "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"https://p.tld/c\",\"expires_at\":1}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @CsvSource({"3600, ahead of", "-3600, behind"})
    void aCorrectedClockIsTold(int seconds, String where) {
        server.enqueue(new MockResponse(401, Headers.of("Date", now()), "{\"error\":\"bad_signature\"}"));
        server.enqueue(new MockResponse(201, Headers.of("Date", now()), SESSION));

        Run run = Run.good(() -> client(Duration.ofSeconds(seconds)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("this machine's clock is ", where + " the server's", "set this clock right");
        assertThat(run.err()).containsPattern("is (1 h 0 min|0 h 59 min) ");
    }

    @Test
    void aSessionThatWasThereAlreadyIsTold() {
        server.enqueue(new MockResponse(200, Headers.of(), SESSION));

        Run run = Run.good(() -> client(Duration.ZERO));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).singleElement().asString().contains("order ORD-123 had this session already");
        assertThat(run.out()).contains("ps_1");
    }

    @Test
    void everyAttemptIsToldOnDemand() {
        server.enqueue(new MockResponse(503, Headers.of(), ""));
        server.enqueue(new MockResponse(201, Headers.of(), SESSION));

        Run run = Run.good(() -> client(Duration.ZERO), "--verbose");

        assertThat(run.err())
                .contains(
                        "POST " + server.url("/api/v1/payment_sessions"),
                        "request id",
                        "attempt 1: 503 after",
                        "retrying in")
                .contains("attempt 2: 201 after");
        assertThat(run.err().lines()).hasSize(4);
    }

    @Test
    void anErrorIsOneJsonObjectOnDemand() throws IOException {
        server.enqueue(
                new MockResponse(400, Headers.of(), "{\"error\":\"missing_fields\",\"fields\":[\"webhook_url\"]}"));

        Run run = Run.good(() -> client(Duration.ZERO), "--json");

        JsonNode error = new ObjectMapper().readTree(run.out()).path("error");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(error.path("outcome").asText()).isEqualTo("REJECTED");
        assertThat(error.path("status").asInt()).isEqualTo(400);
        assertThat(error.path("code").asText()).isEqualTo("missing_fields");
        assertThat(error.path("fields").path(0).asText()).isEqualTo("webhook_url");
        assertThat(error.path("message").asText()).contains("webhook_url");
        assertThat(run.err().lines()).hasSize(1);
    }

    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private PayCryptClient client(Duration clockError) {
        return PayCryptClient.builder(server.url("/").toString(), Credentials.of("pk_1", "sk_1"))
                .clock(Clock.offset(Clock.systemUTC(), clockError))
                .retryPolicy(RetryPolicy.standard())
                .build();
    }
}
