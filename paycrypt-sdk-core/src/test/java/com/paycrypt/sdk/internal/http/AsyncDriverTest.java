package com.paycrypt.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class AsyncDriverTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void aCallForWhichThereIsNoThreadEnds() {
        try (Workers workers = new Workers(task -> {
                    throw noThread();
                });
                Transport transport = transport(new RealWaiting())) {
            assertEndsForWantOfThreads(new AsyncDriver<>(call(transport), workers, new RealWaiting()).start());
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCallThatCannotWaitEnds() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        try (Transport transport = transport(new Timeless())) {
            assertEndsForWantOfThreads(transport.callAsync(request()));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static void assertEndsForWantOfThreads(CompletableFuture<?> call) {
        assertThatThrownBy(() -> Await.result(call))
                .hasCauseInstanceOf(OutOfMemoryError.class)
                .hasMessageContaining("no thread");
    }

    private static OutOfMemoryError noThread() {
        return new OutOfMemoryError("no thread");
    }

    private ApiCall<String> call(Transport transport) {
        return new ApiCall<>(transport, request());
    }

    private ApiRequest<String> request() {
        return new ApiRequest<>(
                Operation.RETRIEVE_SESSION,
                "x",
                server.url("/"),
                null,
                body -> new String(body, StandardCharsets.UTF_8));
    }

    private Transport transport(Waiting waiting) {
        Surroundings real = Surroundings.real();
        Settings settings = new Settings(
                server.url("/"),
                Credentials.of("pk_1", "sk_1"),
                Limits.standard(),
                RetryPolicy.standard(),
                null,
                new Surroundings(real.clock(), real.nanos(), real.random(), () -> waiting));
        return new Transport(settings, SharedPool.own());
    }

    /** Has no thread to wait with. */
    private static final class Timeless implements Waiting {
        @Override
        public void pause(Duration time) {
            throw noThread();
        }

        @Override
        public Runnable after(Duration time, Runnable task) {
            throw noThread();
        }

        @Override
        public void close() {
            assertThat(this).isNotNull();
        }
    }
}
