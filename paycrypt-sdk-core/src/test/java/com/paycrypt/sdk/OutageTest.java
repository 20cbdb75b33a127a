package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.AttemptInfo;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.error.PayCryptException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Retries bridge a blip, and do not multiply the load of a server that is down. */
@Timeout(300)
class OutageTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int CALLERS = 200;

    @StartStop
    final MockWebServer server = new MockWebServer();

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

    private PayCryptClient client() {
        return time.on(PayCryptClient.builder(server.url("/").toString(), CREDENTIALS), 0.5)
                .listener(call -> new CallObserver() {
                    @Override
                    public void attempted(AttemptInfo attempt) {
                        retriesLeft.add(attempt.retriesLeft());
                    }
                })
                .build();
    }
}
