package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import com.paycrypt.sdk.session.PaymentSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is thrown around a call, its observers hear once that it has ended: spans and gauges close. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class CallEndsOnceTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<Object> ends = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void aClockThatThrowsEndsTheCall(Way way) {
        RuntimeException broken = new IllegalStateException("no time service");
        try (PayCryptClient client = client(new OkHttpClient())
                .clock(new Throwing(() -> {
                    throw broken;
                }))
                .build()) {
            assertThat(failure(way, client))
                    .isInstanceOf(PayCryptConnectionException.class)
                    .hasCause(broken);
        }
        assertThat(ends).hasSize(1).allMatch(PayCryptConnectionException.class::isInstance);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAClockReachesTheCaller(Way way) {
        Error broken = new NoClassDefFoundError("TimeService");
        try (PayCryptClient client = client(new OkHttpClient())
                .clock(new Throwing(() -> {
                    throw broken;
                }))
                .build()) {
            assertThat(failure(way, client)).isSameAs(broken);
        }
        assertThat(ends).hasSize(1).allMatch(PayCryptConnectionException.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAnInterceptorReachesTheCaller(Way way) {
        Error broken = new StackOverflowError();
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw broken;
                })
                .build();
        try (PayCryptClient client = client(given).build()) {
            assertThat(failure(way, client)).isSameAs(broken);
        }
        assertThat(ends).hasSize(1);
    }

    @Test
    void severalListenersHearOfTheSameCall() {
        server.enqueue(Sessions.created());
        try (PayCryptClient client =
                client(new OkHttpClient()).listener(new Ends()).build()) {
            client.paymentSessions().create(Sessions.request());
        }
        assertThat(ends).containsExactly("success", "success");
    }

    @Test
    void aFutureCannotBeRunAgain() {
        server.enqueue(Sessions.created());
        try (PayCryptClient client = client(new OkHttpClient()).build()) {
            CompletableFuture<PaymentSession> future = client.paymentSessions().createAsync(Sessions.request());
            assertThat(future.join().id()).isEqualTo("ps_1");
            assertThat((Object) future).isNotInstanceOf(Runnable.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** OkHttp's own call timeout would run the listener on the one thread that ends all timeouts of the JVM. */
    @ParameterizedTest
    @EnumSource
    void anEventListenerThatBlocksDelaysNoOtherTimeLimit(Way way) throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        OkHttpClient given = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        blocked.countDown();
                        awaitUninterruptibly(release);
                    }
                })
                .build();
        try (FaultServer silent = new FaultServer(Behaviours.silence());
                PayCryptClient blocking = client(silent.url(), given).build();
                PayCryptClient other = client(silent.url(), new OkHttpClient()).build()) {
            CompletableFuture<PaymentSession> first = blocking.paymentSessions().createAsync(Sessions.request());
            assertThat(blocked.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(failure(way, other)).hasMessageContaining("within the time limit");
            assertThat(failure(way, blocking)).hasMessageContaining("within the time limit");
            assertThat(catchThrowable(() -> first.get(60, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(PayCryptConnectionException.class);
        } finally {
            release.countDown();
        }
    }

    private static Throwable failure(Way way, PayCryptClient client) {
        Throwable thrown = catchThrowable(() -> way.create(client.paymentSessions(), Sessions.request()));
        return thrown instanceof CompletionException wrapped ? Objects.requireNonNull(wrapped.getCause()) : thrown;
    }

    private PayCryptClient.Builder client(OkHttpClient given) {
        return client(server.url("/").toString(), given);
    }

    private PayCryptClient.Builder client(String url, OkHttpClient given) {
        return PayCryptClient.builder(url, CREDENTIALS)
                .httpClient(given)
                .retryPolicy(RetryPolicy.none())
                .attemptTimeout(Duration.ofSeconds(1))
                .listener(new Ends());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Ends implements CallListener {
        @Override
        public CallObserver started(com.paycrypt.sdk.call.CallInfo call) {
            return new CallObserver() {
                @Override
                public void ended(@Nullable RuntimeException failure) {
                    ends.add(failure == null ? "success" : failure);
                }
            };
        }
    }

    private static final class Throwing extends Clock {
        private final Supplier<Instant> source;

        Throwing(Supplier<Instant> source) {
            this.source = source;
        }

        @Override
        public Instant instant() {
            return source.get();
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
}
