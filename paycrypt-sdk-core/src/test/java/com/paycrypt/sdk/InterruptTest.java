package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Await.SECONDS)
class InterruptTest {
    @Test
    void anInterruptEndsAWaitAtOnceAndStaysSet() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(Behaviours.answer("HTTP/1.1 503 Busy\nRetry-After: 25", ""));
                PayCryptClient client = PayCryptClient.builder(server.url(), CREDENTIALS)
                        .listener(call -> new Latches(waiting, new CountDownLatch(1)))
                        .callTimeout(Duration.ofMinutes(5))
                        .build()) {
            FutureTask<Failure> call = new FutureTask<>(() -> failure(client));
            Thread thread = start(call);
            Await.latch(waiting);

            thread.interrupt();

            Failure failure = Await.result(call);
            assertThat(failure.interrupted()).isTrue();
            assertThat(failure.thrown().outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.thrown()).hasMessageContaining("interrupted");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsABlockedReadAtItsLimitAtTheLatestWithoutARetry() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        try (FaultServer server = new FaultServer((self, connection) -> {
                    self.read(connection);
                    received.countDown();
                    self.idle();
                });
                PayCryptClient client = PayCryptClient.builder(server.url(), CREDENTIALS)
                        .attemptTimeout(Await.REACHED_IN_TIME)
                        .build()) {
            FutureTask<Failure> call = new FutureTask<>(() -> failure(client));
            Thread thread = start(call);
            Await.latch(received);

            thread.interrupt();

            Failure failure = Await.result(call);
            assertThat(failure.interrupted()).isTrue();
            assertThat(failure.thrown().attempts()).isEqualTo(1);
            assertThat(failure.thrown()).hasMessageContaining("the calling thread was interrupted");
            assertThat(failure.thrown().outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.silence());
                PayCryptClient client =
                        PayCryptClient.builder(server.url(), CREDENTIALS).build()) {
            FutureTask<Failure> call = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return failure(client);
            });
            start(call);

            Failure failure = Await.result(call);
            assertThat(failure.interrupted()).isTrue();
            assertThat(failure.thrown().outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(server.received()).isEmpty();
        }
    }

    private static Thread start(FutureTask<Failure> task) {
        Thread thread = new Thread(task, "caller");
        thread.start();
        return thread;
    }

    private static Failure failure(PayCryptClient client) {
        PayCryptConnectionException thrown = catchThrowableOfType(
                PayCryptConnectionException.class,
                () -> client.paymentSessions().create(Sessions.request()));
        return new Failure(thrown, Thread.currentThread().isInterrupted());
    }

    private record Failure(PayCryptConnectionException thrown, boolean interrupted) {}
}
