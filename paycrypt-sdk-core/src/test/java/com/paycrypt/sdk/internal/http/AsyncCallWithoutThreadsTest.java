package com.paycrypt.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.internal.http.ApiRequest.Operation;
import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import com.paycrypt.sdk.internal.http.ClientConfig.Timeouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/** A call that cannot go on for want of threads fails rather than never ends. */
class AsyncCallWithoutThreadsTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void aCallForWhichThereIsNoThreadEnds() {
        ClientConfig config = config(TimeSource.system().delayer());
        try (AsyncExecutor executor = new AsyncExecutor(task -> {
            throw noThread();
        })) {
            ClientRuntime runtime = ClientRuntime.of(config, OkHttpClients.own());
            ApiCall<String> call = new ApiCall<>(runtime, request(), CallOptions.defaults());
            assertEndsForWantOfThreads(new AsyncCall<>(call, executor).start());
            assertThat(runtime.open()).isEmpty();
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCallThatCannotWaitEnds() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        Function<Duration, CompletableFuture<Void>> timeless = delay -> {
            throw noThread();
        };
        try (ApiClient client = new ApiClient(config(timeless), OkHttpClients.own())) {
            assertEndsForWantOfThreads(client.executeAsync(request(), CallOptions.defaults()));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static void assertEndsForWantOfThreads(CompletableFuture<?> call) {
        assertThatThrownBy(() -> call.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(OutOfMemoryError.class)
                .hasMessageContaining("no thread");
    }

    private static OutOfMemoryError noThread() {
        return new OutOfMemoryError("no thread");
    }

    private ApiRequest<String> request() {
        return new ApiRequest<>(
                Operation.RETRIEVE_SESSION,
                "x",
                server.url("/"),
                null,
                (body, call) -> new String(body, StandardCharsets.UTF_8));
    }

    private ClientConfig config(Function<Duration, CompletableFuture<Void>> delayer) {
        TimeSource real = TimeSource.system();
        return new ClientConfig(
                server.url("/"),
                () -> Credentials.of("pk_1", "sk_1"),
                Timeouts.standard(),
                RetryPolicy.standard(),
                List.of(),
                new TimeSource(real.clock(), real.ticker(), real.random(), delayer));
    }
}
