package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Timeout(Await.SECONDS)
class LeakTest {
    private static final int CLIENTS = 20;
    private static final int CALLS = 5;

    private final CountDownLatch hangUps = new CountDownLatch(CLIENTS);
    private final Semaphore received = new Semaphore(0);
    private final Semaphore hungUp = new Semaphore(0);

    @Test
    void closedClientsLeaveNoThreadAndNoConnection() throws Exception {
        try (FaultServer server = new FaultServer(this::serveUntilHangUp)) {
            for (int i = 0; i < CLIENTS; i++) {
                try (PayCryptClient client =
                        PayCryptClient.builder(server.url(), CREDENTIALS).build()) {
                    use(client);
                }
            }

            Await.latch(hangUps);
            for (Thread thread : ours()) {
                Await.end(thread);
            }
            assertThat(ours()).isEmpty();
        }
    }

    @Test
    void clientsClosedWithCallsInFlightLeaveNoThreadAndNoConnection() throws Exception {
        try (FaultServer server = new FaultServer(this::keepUntilHangUp)) {
            for (int i = 0; i < CLIENTS; i++) {
                closeWithCallsInFlight(server);
            }

            Await.permits(hungUp, CLIENTS * CALLS);
            assertThat(server.received()).hasSize(CLIENTS * CALLS);
            for (Thread thread : ours()) {
                Await.end(thread);
            }
            assertThat(ours()).isEmpty();
        }
    }

    private void closeWithCallsInFlight(FaultServer server) throws InterruptedException {
        PayCryptClient client =
                PayCryptClient.builder(server.url(), CREDENTIALS).build();
        List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(client.paymentSessions().createAsync(Sessions.request()));
        }
        Await.permits(received, CALLS);

        client.close();

        assertThat(calls)
                .allSatisfy(call -> assertThat(call)
                        .failsWithin(Duration.ofSeconds(Await.SECONDS))
                        .withThrowableThat()
                        .withCauseInstanceOf(PayCryptConnectionException.class));
    }

    private void keepUntilHangUp(FaultServer server, Socket connection) throws IOException {
        server.read(connection);
        received.release();
        try {
            boolean unused = connection.getInputStream().read() < 0;
        } finally {
            hungUp.release();
        }
    }

    @Test
    void aClientThatIsNotUsedHasNoThread() {
        List<Thread> before = ours();
        try (PayCryptClient client = PayCryptClient.builder("https://paycrypt.example", CREDENTIALS)
                .retryPolicy(RetryPolicy.standard())
                .build()) {
            assertThat(client.paymentSessions()).isNotNull();
            assertThat(ours()).isSubsetOf(before);
        }
    }

    private static void use(PayCryptClient client) {
        client.paymentSessions().create(Sessions.request());
        List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(client.paymentSessions().createAsync(Sessions.request()));
        }
        assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("ps_1"));
    }

    private void serveUntilHangUp(FaultServer server, Socket connection) throws IOException, InterruptedException {
        try {
            Behaviours.creating().serve(server, connection);
        } finally {
            hangUps.countDown();
        }
    }

    private static List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("paycrypt-"))
                .filter(Thread::isAlive)
                .toList();
    }
}
