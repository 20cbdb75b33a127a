package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import com.paycrypt.sdk.session.PaymentSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(Await.SECONDS)
class AsyncCallTest {
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @Test
    void cancellingTheFutureEndsTheConnection() throws Exception {
        try (FaultServer server = new FaultServer(this::waitForHangUp);
                PayCryptClient client = client(server).build()) {
            CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
            Await.latch(received);

            assertThat(call.cancel(true)).isTrue();

            Await.latch(hungUp);
            assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aTimeLimitOfTheCallersOwnEndsTheConnectionToo() throws Exception {
        try (FaultServer server = new FaultServer(this::waitForHangUp);
                PayCryptClient client = client(server).build()) {
            CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
            Await.latch(received);

            call.orTimeout(200, TimeUnit.MILLISECONDS);

            assertThatThrownBy(call::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            Await.latch(hungUp);
        }
    }

    @Test
    void cancellingEndsAWaitBetweenAttempts() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(Behaviours.answer("HTTP/1.1 503 Busy\nRetry-After: 20", ""));
                PayCryptClient client = client(server)
                        .listener(call -> new Latches(waiting, ended))
                        .build()) {
            CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
            Await.latch(waiting);

            call.cancel(true);

            Await.latch(ended);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void closingTheClientEndsCallsThatWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(Behaviours.answer("HTTP/1.1 503 Busy\nRetry-After: 20", ""))) {
            PayCryptClient client = client(server)
                    .listener(call -> new Latches(waiting, new CountDownLatch(1)))
                    .build();
            CompletableFuture<PaymentSession> call = client.paymentSessions().createAsync(Sessions.request());
            Await.latch(waiting);

            client.close();

            assertThatThrownBy(() -> Await.result(call))
                    .cause()
                    .isInstanceOfSatisfying(
                            PayCryptConnectionException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN))
                    .hasMessageContaining("the client is closed")
                    .hasMessageContaining("before that: the server responded with 503");
        }
    }

    @Test
    void aClosedClientSendsNothing() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.silence())) {
            PayCryptClient client = client(server).build();
            client.close();
            client.close();

            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                    .isInstanceOfSatisfying(PayCryptConnectionException.class, failure -> {
                        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
                        assertThat(failure.attempts()).isZero();
                    });
            assertThatThrownBy(() -> client.paymentSessions()
                            .createAsync(Sessions.request())
                            .join())
                    .hasCauseInstanceOf(PayCryptConnectionException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void tenThousandCallsDoNotQueueBehindAFew() throws Exception {
        try (FaultServer server = new FaultServer(Behaviours.answer(
                        "HTTP/1.1 201 Created\nContent-Type: application/json", Sessions.json("ps_1")));
                PayCryptClient client = patient(server).build()) {
            List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                calls.add(client.paymentSessions().createAsync(Sessions.request()));
            }

            assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("ps_1"));
        }
    }

    @Test
    void theTimeLimitOfACallRunsWhileItQueues() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(Behaviours.silence());
                PayCryptClient client = client(server)
                        .httpClient(hangingUntil(release))
                        .callTimeout(Duration.ofSeconds(2))
                        .build()) {
            List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
            for (int i = 0; i < 1_100; i++) {
                calls.add(client.paymentSessions().createAsync(Sessions.request()));
            }

            assertThatThrownBy(() -> Await.result(calls.get(1_099)))
                    .cause()
                    .isInstanceOfSatisfying(PayCryptConnectionException.class, failure -> {
                        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
                        assertThat(failure.attempts()).isZero();
                    })
                    .hasMessageContaining("the time limit of the whole call ran out");
            release.countDown();
        }
    }

    @Test
    void aCallbackThatBlocksHoldsUpNoOtherCallThatQueuedTooLong() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Scheduled scheduled = new Scheduled();
        AtomicLong nanos = new AtomicLong();
        TimeSource real = TimeSource.system();
        try (FaultServer server = new FaultServer(Behaviours.silence());
                PayCryptClient client = client(server)
                        .httpClient(hangingUntil(release))
                        .time(new TimeSource(real.clock(), nanos::get, real.random(), scheduled))
                        .build()) {
            List<CompletableFuture<PaymentSession>> blocked = new ArrayList<>();
            for (int i = 0; i < 1_030; i++) {
                blocked.add(client.paymentSessions()
                        .createAsync(Sessions.request())
                        .whenComplete((session, failure) -> awaitUninterruptibly(release)));
            }
            CompletableFuture<PaymentSession> last = client.paymentSessions().createAsync(Sessions.request());

            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            scheduled.delays.forEach(delay -> delay.complete(null));

            assertThatThrownBy(() -> Await.result(last)).hasCauseInstanceOf(PayCryptConnectionException.class);
            assertThat(blocked).noneMatch(CompletableFuture::isDone);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aCallThatLeavesTheQueueLeavesNothingBehind() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Scheduled scheduled = new Scheduled();
        TimeSource real = TimeSource.system();
        try (FaultServer server = new FaultServer(Behaviours.answer(
                        "HTTP/1.1 201 Created\nContent-Type: application/json", Sessions.json("ps_1")));
                PayCryptClient client = patient(server)
                        .httpClient(hangingUntil(release))
                        .time(new TimeSource(real.clock(), real.ticker(), real.random(), scheduled))
                        .build()) {
            List<CompletableFuture<PaymentSession>> calls = new ArrayList<>();
            for (int i = 0; i < 1_100; i++) {
                calls.add(client.paymentSessions().createAsync(Sessions.request()));
            }
            assertThat(scheduled.delays).hasSize(1_100 - 1_024);
            release.countDown();

            assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo("ps_1"));
            assertThat(scheduled.delays).allMatch(CompletableFuture::isCancelled);
        }
    }

    @Test
    void aThreadOfTheClientKnowsNothingOfWhoCalledFirst() throws Exception {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {});
        user.set("alice");
        CountDownLatch asked = new CountDownLatch(1);
        try (FaultServer server = new FaultServer((faults, connection) -> {
                    awaitUninterruptibly(asked);
                    Behaviours.creating().serve(faults, connection);
                });
                PayCryptClient client = client(server).build()) {
            CompletableFuture<List<Object>> seen =
                    client.paymentSessions().createAsync(Sessions.request()).thenApply(session -> onThisThread(user));
            asked.countDown();

            assertThat(seen.join()).containsExactly("nobody", PayCryptClient.class.getClassLoader());
        } finally {
            asked.countDown();
            user.remove();
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static List<Object> onThisThread(ThreadLocal<String> user) {
        assertThat(Thread.currentThread().getName()).startsWith("paycrypt-call");
        return List.of(
                Objects.requireNonNullElse(user.get(), "nobody"),
                Thread.currentThread().getContextClassLoader());
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatThrowsWhatItDoesNotDeclareEndsTheCall(Way way) throws Exception {
        Clock broken = Clock.tick(new Broken(), Duration.ofSeconds(1));
        try (FaultServer server = new FaultServer(Behaviours.creating());
                PayCryptClient client = client(server).clock(broken).build()) {
            assertThatThrownBy(() -> way.create(client.paymentSessions(), Sessions.request()))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(IOException.class),
                            thrown -> assertThat(thrown).hasCauseInstanceOf(IOException.class));
        }
    }

    /** Keeps what waits, and lets no time pass. */
    private static final class Scheduled implements Function<Duration, CompletableFuture<Void>> {
        private final List<CompletableFuture<Void>> delays = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<Void> apply(Duration time) {
            CompletableFuture<Void> delay = new CompletableFuture<>();
            delays.add(delay);
            return delay;
        }
    }

    private static final class Broken extends Clock {
        @Override
        public Instant instant() {
            Thrown.undeclared(new IOException("no time service"));
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static OkHttpClient hangingUntil(CountDownLatch release) {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    awaitUninterruptibly(release);
                    return chain.proceed(chain.request());
                })
                .build();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForHangUp(FaultServer server, java.net.Socket connection) throws IOException {
        server.read(connection);
        received.countDown();
        try {
            boolean unused = connection.getInputStream().read() < 0;
        } finally {
            hungUp.countDown();
        }
    }

    /** Whoever calls a thousand times at once may wait for a place in the queue of the server's system. */
    private static PayCryptClient.Builder patient(FaultServer server) {
        return client(server)
                .connectTimeout(Duration.ofMinutes(1))
                .attemptTimeout(Duration.ofMinutes(4))
                .callTimeout(Duration.ofMinutes(5));
    }

    private static PayCryptClient.Builder client(FaultServer server) {
        return PayCryptClient.builder(server.url(), CREDENTIALS);
    }
}
