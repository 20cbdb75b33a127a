package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.faults.Way;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallListenerTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Thread> startedOn = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void aListenerSeesACallFromItsStartToItsEnd(Way way) {
        server.enqueue(Sessions.answer(503, "")
                .newBuilder()
                .setHeader("Retry-After", "2")
                .build());
        server.enqueue(Sessions.created());

        try (PayCryptClient client = client(this::watch)) {
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(startedOn).containsExactly(Thread.currentThread());
        assertThat(seen)
                .containsExactly(
                        "started payment_sessions.create POST /api/v1/payment_sessions",
                        "attempt 1 503 status UNKNOWN",
                        "waits PT2S",
                        "attempt 2 201 ok -",
                        "ended -");
    }

    @ParameterizedTest
    @EnumSource
    void aListenerSeesHowACallFails(Way way) {
        server.enqueue(Sessions.answer(401, "{\"error\":\"invalid key\"}"));

        try (PayCryptClient client = client(this::watch)) {
            assertThatThrownBy(() -> way.retrieve(client.paymentSessions(), "ps_1"))
                    .isInstanceOf(PayCryptApiException.class);
        }

        assertThat(seen)
                .containsExactly(
                        "started payment_sessions.retrieve GET /api/v1/payment_sessions/{id}",
                        "attempt 1 401 status REJECTED",
                        "ended PayCryptApiException");
    }

    @ParameterizedTest
    @EnumSource
    void whatAListenerThrowsChangesNothing(Way way) {
        server.enqueue(Sessions.answer(500, ""));
        server.enqueue(Sessions.created());
        server.enqueue(Sessions.created());

        try (PayCryptClient throwing = client(call -> new Throwing());
                PayCryptClient failing = client(call -> {
                    throw new IllegalStateException("no observer");
                })) {
            assertThat(way.create(throwing.paymentSessions(), Sessions.request())
                            .id())
                    .isEqualTo("ps_1");
            assertThat(way.create(failing.paymentSessions(), Sessions.request()).id())
                    .isEqualTo("ps_1");
        }
    }

    @Test
    void aListenerCanBeTestedWithCallsAndAttemptsOfOnesOwn() {
        CallInfo call = CallInfo.builder("payment_sessions.create")
                .method("POST")
                .server("https://paycrypt.example")
                .path("/api/v1/payment_sessions")
                .requestId("1")
                .build();
        AttemptInfo attempt = AttemptInfo.builder("status")
                .number(2)
                .status(503)
                .failure(Outcome.UNKNOWN)
                .took(Duration.ofMillis(7))
                .build();

        assertThat(call)
                .hasToString("CallInfo[operation=payment_sessions.create, method=POST, server=https://paycrypt.example,"
                        + " path=/api/v1/payment_sessions, requestId=1]");
        assertThat(attempt).hasToString("AttemptInfo[number=2, status=503, result=status, took=PT0.007S]");
        assertThat(attempt.failure()).hasValue(Outcome.UNKNOWN);
        assertThat(AttemptInfo.builder("ok").build().failure()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverAnObserverThrowsASessionIsMadeOnceAndReturned(Throwable thrown, Way way) {
        server.enqueue(Sessions.created());
        server.enqueue(Sessions.created());

        try (PayCryptClient client = client(call -> new Failing(thrown))) {
            assertThat(way.create(client.paymentSessions(), Sessions.request()).id())
                    .isEqualTo("ps_1");
        }

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    static Stream<Arguments> throwables() {
        return Stream.of(new IOException("undeclared"), new NoClassDefFoundError("Meter"), new StackOverflowError())
                .flatMap(thrown -> Stream.of(Way.values()).map(way -> Arguments.of(thrown, way)));
    }

    @ParameterizedTest
    @EnumSource
    void headersAreAskedOnceOnTheCallersThread(Way way) throws InterruptedException {
        server.enqueue(Sessions.answer(503, ""));
        server.enqueue(Sessions.created());
        List<Thread> askedOn = new CopyOnWriteArrayList<>();

        try (PayCryptClient client = client(call -> new Asked(askedOn))) {
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(askedOn).containsExactly(Thread.currentThread());
        assertThat(server.takeRequest().getHeaders().get("Asked")).isEqualTo("1");
        assertThat(server.takeRequest().getHeaders().get("Asked")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void anObserverMayAddHeadersButNoneOfOurs(Way way) throws InterruptedException {
        server.enqueue(Sessions.created());
        Map<String, String> headers = Map.of(
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "X-Paycrypt-Key", "stolen",
                "x-request-id", "mine",
                "Content-Length", "0",
                "Accept-Encoding", "br",
                "Range", "bytes=0-1",
                "If-None-Match", "*",
                "bad name", "x",
                "X-Bad-Value", "line\nbreak");

        try (PayCryptClient client = client(call -> new Sending(headers))) {
            way.create(client.paymentSessions(), Sessions.request());
        }

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c");
        assertThat(sent.getHeaders().values("X-Paycrypt-Key")).containsExactly("pk_1");
        assertThat(sent.getHeaders().get("X-Request-ID")).isNotEqualTo("mine");
        assertThat(sent.getHeaders().get("X-Bad-Value")).isNull();
        assertThat(sent.getHeaders().values("Accept-Encoding")).containsExactly("gzip");
        assertThat(sent.getHeaders().get("Range")).isNull();
        assertThat(sent.getHeaders().get("If-None-Match")).isNull();
        assertThat(sent.getBodySize()).isPositive();
    }

    private PayCryptClient client(CallListener listener) {
        FakeTime time = new FakeTime(Instant.parse("2026-11-01T12:00:00Z"));
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS))
                .listener(listener)
                .build();
    }

    private CallObserver watch(CallInfo call) {
        startedOn.add(Thread.currentThread());
        seen.add("started " + call.operation() + " " + call.method() + " " + call.path());
        assertThat(call.server()).isEqualTo("http://localhost:" + server.getPort());
        return new Watching();
    }

    private final class Watching implements CallObserver {
        @Override
        public void attempted(AttemptInfo attempt) {
            seen.add("attempt " + attempt.number() + " " + attempt.status() + " " + attempt.result() + " "
                    + attempt.failure().map(Enum::name).orElse("-"));
            assertThat(attempt.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        }

        @Override
        public void waiting(Duration pause) {
            seen.add("waits " + pause);
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            seen.add("ended " + (failure == null ? "-" : failure.getClass().getSimpleName()));
        }
    }

    private record Asked(List<Thread> askedOn) implements CallObserver {
        @Override
        public Map<String, String> headers() {
            askedOn.add(Thread.currentThread());
            return Map.of("Asked", Integer.toString(askedOn.size()));
        }
    }

    /** Throws what no method of an observer declares, as other languages do. */
    private record Failing(Throwable thrown) implements CallObserver {
        @Override
        public void attempted(AttemptInfo attempt) {
            Thrown.undeclared(thrown);
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            Thrown.undeclared(thrown);
        }
    }

    private record Sending(Map<String, String> headers) implements CallObserver {}

    private static final class Throwing implements CallObserver {
        @Override
        public Map<String, String> headers() {
            throw new IllegalStateException("no headers");
        }

        @Override
        public void attempted(AttemptInfo attempt) {
            throw new IllegalStateException("no attempt");
        }

        @Override
        public void waiting(Duration pause) {
            throw new IllegalStateException("no pause");
        }

        @Override
        public void ended(@Nullable RuntimeException failure) {
            throw new IllegalStateException("no end");
        }
    }
}
