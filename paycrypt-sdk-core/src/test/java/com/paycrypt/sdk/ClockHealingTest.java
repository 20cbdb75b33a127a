package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static com.paycrypt.sdk.Sessions.httpDate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.faults.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that knows the right time, and clients that do not. */
class ClockHealingTest {
    private static final Instant RIGHT = Instant.parse("2026-11-01T12:00:00Z");

    @StartStop
    final MockWebServer server = PromptServer.create();

    private final List<Duration> reported = new CopyOnWriteArrayList<>();

    @ParameterizedTest(name = "{0}, {1} off, {2}")
    @MethodSource("dialects")
    void aClockThatIsOffHealsByTheServersDate(Dialect dialect, Duration off, Way way) throws InterruptedException {
        FakeTime time = new FakeTime(RIGHT.plus(off));
        server.setDispatcher(new StrictServer(dialect, time, off));

        try (PayCryptClient client = client(time)) {
            way.create(client.paymentSessions(), Sessions.request());
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(reported).containsExactly(off.negated());
        assertThat(time.pauses()).allMatch(Duration::isZero);
    }

    static Stream<Arguments> dialects() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(Duration.ofHours(-3), Duration.ofSeconds(301), Duration.ofHours(23))
                        .flatMap(off -> Stream.of(Way.values()).map(way -> Arguments.of(dialect, off, way))));
    }

    @ParameterizedTest
    @EnumSource
    void aHealedClockStaysRightWhenTheMachinesClockIsSetRight(Way way) {
        Duration off = Duration.ofHours(-1);
        FakeTime time = new FakeTime(RIGHT.plus(off));
        StrictServer strict = new StrictServer(Dialect.JSON_401, time, off);
        server.setDispatcher(strict);

        try (PayCryptClient client = client(time)) {
            way.create(client.paymentSessions(), Sessions.request());
            time.pass(Duration.ofMinutes(20));
            time.setWallClock(off.negated());
            strict.off = Duration.ZERO;
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void afterALongSleepAMachineWhoseClockIsRightSignsByItAgain(Way way) throws InterruptedException {
        Duration off = Duration.ofHours(-1);
        FakeTime time = new FakeTime(RIGHT.plus(off));
        StrictServer strict = new StrictServer(Dialect.JSON_401, time, off);
        server.setDispatcher(strict);

        try (PayCryptClient client = client(time)) {
            way.create(client.paymentSessions(), Sessions.request());
            time.setWallClock(Duration.ofHours(30).minus(off));
            strict.off = Duration.ZERO;
            way.create(client.paymentSessions(), Sessions.request());
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(server.getRequestCount()).isEqualTo(5);
        assertThat(reported).containsExactly(off.negated(), Duration.ZERO);
    }

    @Test
    void aHealedClockHealsAgain() {
        Duration off = Duration.ofHours(-1);
        FakeTime time = new FakeTime(RIGHT.plus(off));
        StrictServer strict = new StrictServer(Dialect.HTML_403, time, off);
        server.setDispatcher(strict);

        try (PayCryptClient client = client(time)) {
            client.paymentSessions().create(Sessions.request());
            strict.off = Duration.ofHours(-2);
            client.paymentSessions().create(Sessions.request());
        }

        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(reported).containsExactly(Duration.ofHours(1), Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void aWrongDateOnAGoodAnswerChangesNothing(Way way) throws InterruptedException {
        FakeTime time = new FakeTime(RIGHT);
        MockResponse misdated = Sessions.created()
                .newBuilder()
                .setHeader("Date", httpDate(RIGHT.plusSeconds(7200)))
                .build();
        server.enqueue(misdated);
        server.enqueue(misdated);

        try (PayCryptClient client = client(time)) {
            way.create(client.paymentSessions(), Sessions.request());
            way.create(client.paymentSessions(), Sessions.request());
        }

        server.takeRequest();
        assertThat(Sessions.timestamp(server.takeRequest())).isEqualTo(RIGHT);
        assertThat(reported).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theServersTimeIsForgottenWhereItIsRejectedToo(Way way) throws InterruptedException {
        FakeTime time = new FakeTime(RIGHT);
        MockResponse rejection = Sessions.answer(401, "{\"error\":\"invalid key\"}")
                .newBuilder()
                .setHeader("Date", httpDate(RIGHT.plusSeconds(7200)))
                .build();
        server.enqueue(rejection);
        server.enqueue(rejection);
        server.enqueue(Sessions.created());

        try (PayCryptClient client = client(time)) {
            assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                    .isInstanceOf(PayCryptApiException.class)
                    .hasMessageContaining("invalid key");
            way.create(client.paymentSessions(), Sessions.request());
        }

        assertThat(Sessions.timestamp(server.takeRequest())).isEqualTo(RIGHT);
        assertThat(Sessions.timestamp(server.takeRequest())).isEqualTo(RIGHT.plusSeconds(7200));
        assertThat(Sessions.timestamp(server.takeRequest())).isEqualTo(RIGHT);
        assertThat(reported).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("uselessDates")
    void aDateThatExplainsNothingIsNotTried(Duration off) {
        server.enqueue(Sessions.answer(401, "{\"error\":\"bad_signature\"}")
                .newBuilder()
                .setHeader("Date", httpDate(RIGHT.plus(off)))
                .build());

        try (PayCryptClient client = client(new FakeTime(RIGHT))) {
            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                    .isInstanceOf(PayCryptApiException.class);
        }

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    static Stream<Duration> uselessDates() {
        return Stream.of(Duration.ZERO, Duration.ofSeconds(240), Duration.ofSeconds(-240), Duration.ofSeconds(86_401));
    }

    private PayCryptClient client(FakeTime time) {
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS))
                .retryPolicy(RetryPolicy.none())
                .listener(new Reports())
                .build();
    }

    enum Dialect {
        JSON_400(400, "{\"error\":\"stale\"}"),
        JSON_401(401, "{\"error\":\"bad_signature\",\"detail\":\"403 Forbidden: Stale request\"}"),
        HTML_403(403, "<!doctype html><title>403 Forbidden</title><p>Stale request</p>");

        private final int status;
        private final String body;

        Dialect(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    /** Rejects what is more than 300 s off, by a clock that is right. */
    private static final class StrictServer extends Dispatcher {
        private final Dialect dialect;
        private final FakeTime time;
        private volatile Duration off;

        StrictServer(Dialect dialect, FakeTime time, Duration off) {
            this.dialect = dialect;
            this.time = time;
            this.off = off;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Instant now = time.now().minus(off);
            boolean fresh =
                    Duration.between(Sessions.timestamp(request), now).abs().toSeconds() <= 300;
            return (fresh ? Sessions.created() : Sessions.answer(dialect.status, dialect.body))
                    .newBuilder()
                    .setHeader("Date", httpDate(now))
                    .build();
        }
    }

    private final class Reports implements CallListener, CallObserver {
        @Override
        public CallObserver started(CallInfo call) {
            return this;
        }

        @Override
        public void clockCorrected(Duration offset) {
            reported.add(offset);
        }
    }
}
