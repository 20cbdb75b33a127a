package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @StartStop
    final MockWebServer server = PromptServer.create();

    private final FakeTime time = new FakeTime(NOON);

    @ParameterizedTest
    @EnumSource
    void aRetryIsSignedAnewWithItsOwnTime(Way way) throws InterruptedException {
        server.enqueue(Sessions.answer(503, "")
                .newBuilder()
                .setHeader("Retry-After", "7")
                .build());
        server.enqueue(Sessions.created());

        try (PayCryptClient client = builder().build()) {
            assertThat(way.create(client.paymentSessions(), Sessions.request()).id())
                    .isEqualTo("ps_1");
        }

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(Sessions.timestamp(first)).isEqualTo(NOON);
        assertThat(Sessions.timestamp(second)).isEqualTo(NOON.plusSeconds(7));
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().get("X-Request-ID"))
                .isEqualTo(first.getHeaders().get("X-Request-ID"));
        assertThat(second.getHeaders().get("X-Paycrypt-Signature"))
                .isNotEqualTo(first.getHeaders().get("X-Paycrypt-Signature"));
    }

    @ParameterizedTest
    @EnumSource
    void pausesAreDrawnFromADoublingRangeUpToEightSeconds(Way way) {
        for (int i = 0; i < 8; i++) {
            server.enqueue(Sessions.answer(500, ""));
        }
        PayCryptClient.Builder builder =
                time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS), 1.0);

        try (PayCryptClient client = builder.retryPolicy(RetryPolicy.standard().retries(7))
                .callTimeout(Duration.ofMinutes(10))
                .build()) {
            fails(way, client);
        }

        assertThat(time.pauses())
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
    }

    @ParameterizedTest
    @EnumSource
    void withoutRetriesTheFirstFailureIsTheCalls(Way way) {
        server.enqueue(Sessions.answer(503, ""));

        try (PayCryptClient client = builder().retryPolicy(RetryPolicy.none()).build()) {
            assertThat(fails(way, client).attempts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWasNotSentIsRetriedIfThatIsThePolicy(Way way) throws Exception {
        server.enqueue(Sessions.answer(503, ""));
        server.close();

        try (PayCryptClient client =
                builder().retryPolicy(RetryPolicy.onlyIfNotSent()).build()) {
            PayCryptException refusedConnection = fails(way, client);
            assertThat(refusedConnection.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(refusedConnection.attempts()).isEqualTo(3);
        }
        try (FaultServer resetting = new FaultServer(Behaviours.resetAfterReading());
                PayCryptClient client = time.on(PayCryptClient.builder(resetting.url(), CREDENTIALS))
                        .retryPolicy(RetryPolicy.onlyIfNotSent())
                        .build()) {
            assertThat(fails(way, client).attempts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaitOfLessThanASecondIsToldAsSuch(Way way) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                time.pass(Duration.ofMillis(29_200));
                return Sessions.answer(503, "{\"retry_after\":0.9}");
            }
        });

        try (PayCryptClient client = builder().build()) {
            assertThat(fails(way, client)).hasMessageContaining("a delay of 900 ms does not fit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaitThatDoesNotFitTheBudgetSurfacesTheErrorAtOnce(Way way) {
        server.enqueue(Sessions.answer(429, "{\"error\":\"rate_limited\",\"retry_after\":31}"));

        try (PayCryptClient client = builder().build()) {
            PayCryptException failure = fails(way, client);

            assertThat(failure).isInstanceOfSatisfying(PayCryptApiException.class, answer -> {
                assertThat(answer.retryAfter()).hasValue(Duration.ofSeconds(31));
                assertThat(answer.code()).hasValue("rate_limited");
            });
            assertThat(failure).hasMessageContaining("a delay of 31 s does not fit the call's time limit");
        }
        assertThat(time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allAttemptsAndWaitsShareOneBudget(Way way) {
        for (int i = 0; i < 21; i++) {
            server.enqueue(Sessions.answer(503, "")
                    .newBuilder()
                    .setHeader("Retry-After", "8")
                    .build());
        }

        try (PayCryptClient client =
                builder().retryPolicy(RetryPolicy.standard().retries(20)).build()) {
            assertThat(fails(way, client).attempts()).isEqualTo(4);
        }
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @EnumSource
    void theWorstOutcomeOfAllAttemptsIsTheCalls(Way way) {
        server.enqueue(Sessions.answer(502, ""));
        server.enqueue(Sessions.answer(400, "{\"error\":\"invalid_amount\"}"));

        try (PayCryptClient client = builder().build()) {
            PayCryptException failure = fails(way, client);

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure)
                    .hasMessageContaining("invalid_amount")
                    .hasMessageContaining("before that: the server responded with 502");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsResentBehindTheClientsBack(Way way) throws InterruptedException {
        server.enqueue(Sessions.answer(503, "")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(Sessions.answer(408, ""));

        try (PayCryptClient client = builder().retryPolicy(RetryPolicy.none()).build()) {
            assertThat(retrieveFails(way, client).attempts()).isEqualTo(1);
            assertThat(retrieveFails(way, client).attempts()).isEqualTo(1);
        }

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(server.takeRequest()).isNotNull();
    }

    private PayCryptClient.Builder builder() {
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS));
    }

    private static PayCryptException fails(Way way, PayCryptClient client) {
        return catchThrowableOfType(
                PayCryptException.class, () -> way.create(client.paymentSessions(), Sessions.request()));
    }

    private static PayCryptException retrieveFails(Way way, PayCryptClient client) {
        return catchThrowableOfType(PayCryptException.class, () -> way.retrieve(client.paymentSessions(), "ps_1"));
    }
}
