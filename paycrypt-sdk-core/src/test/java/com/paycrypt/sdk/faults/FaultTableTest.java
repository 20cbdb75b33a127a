package com.paycrypt.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.FakeTime;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fault makes of a call, on real sockets, for both ways of calling by one body. */
@Execution(ExecutionMode.CONCURRENT)
class FaultTableTest {
    static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");
    static final PaymentSessionRequest REQUEST = PaymentSessionRequest.builder()
            .orderId("ORD-123")
            .amount("49.00", "USD")
            .successUrl("https://merchant.tld/success")
            .cancelUrl("https://merchant.tld/cancel")
            .build();

    private static final Map<String, String> TABLE = new ConcurrentSkipListMap<>();

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faultsTwice")
    void everyFaultIsToldForWhatItIs(Fault fault, Way way) throws Exception {
        FakeTime time = new FakeTime(Instant.parse("2026-11-01T12:00:00Z"));
        try (Target.Open target = fault.target().open();
                PayCryptClient client = client(fault, target, time)) {
            long start = System.nanoTime();

            PayCryptException failure =
                    catchThrowableOfType(PayCryptException.class, () -> way.create(client.paymentSessions(), REQUEST));

            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(failure).as(failure.getMessage()).isExactlyInstanceOf(fault.type());
            assertThat(failure.outcome()).as(failure.getMessage()).isEqualTo(fault.outcome());
            assertThat(failure.attempts()).isEqualTo(fault.attempts());
            assertThat(status(failure)).isEqualTo(fault.status());
            assertThat(failure).hasMessageContaining("order ORD-123").hasMessageContaining(failure.requestId());
            assertThat(time.pauses()).hasSize(Math.max(0, fault.attempts() - 1));
            Await.until(() -> target.received().size() >= fault.seen());
            assertEveryRequestWasGenuine(target.received(), fault.seen());
            note(fault, way, failure, time, millis);
        }
    }

    private static void assertEveryRequestWasGenuine(List<FaultServer.Received> received, int expected) {
        assertThat(received).hasSize(expected);
        assertThat(received)
                .allSatisfy(request -> assertThat(request.header("X-Paycrypt-Signature"))
                        .isEqualTo(CREDENTIALS.sign(
                                Long.parseLong(request.header("X-Paycrypt-Timestamp")), request.body())));
        assertThat(received.stream()
                        .map(request -> request.header("X-Request-ID"))
                        .distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    private static PayCryptClient client(Fault fault, Target.Open target, FakeTime time) {
        PayCryptClient.Builder client = time.on(PayCryptClient.builder(target.url(), CREDENTIALS));
        switch (fault.limit()) {
            case NONE -> {}
            case CONNECT -> client.connectTimeout(Duration.ofMillis(500));
            case ATTEMPT -> client.attemptTimeout(Await.REACHED_IN_TIME);
        }
        return client.build();
    }

    private static int status(PayCryptException failure) {
        return failure instanceof PayCryptApiException answer ? answer.status() : 0;
    }

    static Stream<Arguments> faultsTwice() {
        return Faults.all().flatMap(fault -> Stream.of(Way.values()).map(way -> Arguments.of(fault, way)));
    }

    private static void note(Fault fault, Way way, PayCryptException failure, FakeTime time, long millis) {
        TABLE.put(
                fault.name() + " | " + way,
                String.join(
                        " | ",
                        "",
                        fault.name(),
                        way.name(),
                        Integer.toString(fault.seen()),
                        failure.outcome().name(),
                        failure.getClass().getSimpleName(),
                        Integer.toString(failure.attempts()),
                        time.pauses().toString(),
                        millis + " ms",
                        ""));
    }

    /** Keeps the table of this run for people to read. */
    @AfterAll
    static void writeTable() throws IOException {
        Files.writeString(
                Path.of("target", "fault-table.md"),
                "| fault | way | requests seen | outcome | exception | attempts | waits | time |\n"
                        + "|---|---|---|---|---|---|---|---|\n" + String.join("\n", TABLE.values()) + "\n");
        assertThat(TABLE.values()).noneMatch(row -> row.contains(Outcome.class.getName()));
    }
}
