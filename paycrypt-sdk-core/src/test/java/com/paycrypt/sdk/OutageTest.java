package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.CallObserver.AttemptInfo;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.faults.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retries bridge a blip, and do not multiply the load of a server that is down. */
@Timeout(300)
class OutageTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int CALLERS = 200;

    /** How many retries a client has at first. */
    private static final int BUDGET = 100;

    @StartStop
    final MockWebServer server = PromptServer.create();

    private final FakeTime time = new FakeTime(NOON);
    private final List<Integer> retriesLeft = new CopyOnWriteArrayList<>();
    private volatile Instant down = Instant.MAX;
    private volatile Instant up = Instant.MAX;

    @Test
    void anOutageOfAMinuteCostsHardlyMoreThanARequestPerCall() {
        serve();
        down = NOON;
        up = NOON.plusSeconds(60);
        int calls = 0;
        try (PayCryptClient client = client()) {
            while (time.now().isBefore(up)) {
                for (int caller = 0; caller < CALLERS && time.now().isBefore(up); caller++) {
                    assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                            .isInstanceOf(PayCryptException.class);
                    calls++;
                    time.pass(Duration.ofMillis(5));
                }
            }
            assertThat(retriesLeft).contains(0);
            System.out.println("outage: " + server.getRequestCount() + " requests of " + calls + " calls");
            assertThat((double) server.getRequestCount() / calls).isLessThanOrEqualTo(1.10);
        }
    }

    /** The budget is the client's, whatever the number of threads that draw on it at the same moment. */
    @ParameterizedTest
    @EnumSource
    void callersAtOnceShareTheBudget(Way way) throws Exception {
        serve();
        down = NOON;
        int rounds = 5;
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (PayCryptClient client = patientClient()) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(callers.submit(() -> {
                    start.await(300, TimeUnit.SECONDS);
                    for (int round = 0; round < rounds; round++) {
                        assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                                .isInstanceOf(PayCryptException.class);
                    }
                    return null;
                }));
            }
            for (Future<?> caller : running) {
                caller.get(300, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(server.getRequestCount()).isEqualTo(CALLERS * rounds + BUDGET);
        assertThat(retriesLeft).contains(0).allMatch(left -> left >= 0 && left <= BUDGET);
    }

    @Test
    void whereTheBudgetIsUsedUpTheMessageSaysSo() {
        serve();
        down = NOON;
        try (PayCryptClient client = client()) {
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                        .hasMessageContaining("after 3 attempts");
            }
            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                    .hasMessageContaining("most calls of this client fail at the moment");
        }
    }

    @Test
    void aBlipOfASecondIsBridgedByThreeAttempts() {
        serve();
        down = NOON;
        up = NOON.plusMillis(700);
        try (PayCryptClient client = client()) {
            assertThat(client.paymentSessions()
                            .create(Sessions.request())
                            .call()
                            .orElseThrow()
                            .attempts())
                    .isEqualTo(3);
        }
    }

    @Test
    void successesBringTheBudgetBack() {
        serve();
        down = NOON;
        up = Instant.MAX;
        try (PayCryptClient client = client()) {
            for (int i = 0; i < 51; i++) {
                assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                        .isInstanceOf(PayCryptException.class);
            }
            assertThat(retriesLeft.get(retriesLeft.size() - 1)).isZero();
            down = Instant.MAX;
            for (int i = 0; i < 11; i++) {
                client.paymentSessions().create(Sessions.request());
            }
            assertThat(retriesLeft.get(retriesLeft.size() - 1)).isEqualTo(2);
        }
    }

    private void serve() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Instant now = time.now();
                return now.isBefore(down) || !now.isBefore(up) ? Sessions.created() : Sessions.answer(503, "");
            }
        });
    }

    /** Neither this time, which 200 delays move on together, nor a slow machine ends its calls. */
    private PayCryptClient patientClient() {
        return builder()
                .attemptTimeout(Duration.ofMinutes(5))
                .callTimeout(Duration.ofHours(1))
                .build();
    }

    private PayCryptClient client() {
        return builder().build();
    }

    private PayCryptClient.Builder builder() {
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS), 0.5)
                .listener(call -> new CallObserver() {
                    @Override
                    public void attempted(AttemptInfo attempt) {
                        retriesLeft.add(attempt.retriesLeft());
                    }
                });
    }
}
