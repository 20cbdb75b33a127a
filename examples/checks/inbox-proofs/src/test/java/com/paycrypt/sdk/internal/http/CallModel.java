package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.internal.http.ApiRequest.Operation;
import com.paycrypt.sdk.internal.http.ClientConfig.TimeSource;
import com.paycrypt.sdk.internal.http.ClientConfig.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;

/** A call of a client of its own, whose pauses end by an interruption alone. No attempt is made. */
final class CallModel {
    private static final HttpUrl URL = HttpUrl.get("http://localhost/");
    private static final ApiRequest<String> REQUEST =
            new ApiRequest<>(Operation.RETRIEVE_SESSION, "x", URL, null, (body, call) -> "");
    private static final CallOptions OPTIONS = CallOptions.defaults().requestId("r");
    private static final OkHttpClients CLIENTS = OkHttpClients.own();
    private static final ClientRuntime SHARED = ClientRuntime.of(config(), CLIENTS);

    final ClientRuntime runtime;
    final ApiCall<String> call;

    CallModel() {
        this.runtime = new ClientRuntime(
                SHARED.config(),
                CLIENTS,
                SHARED.signer(),
                SHARED.retries(),
                ConcurrentHashMap.newKeySet(),
                new AtomicBoolean());
        this.call = new ApiCall<>(runtime, REQUEST, OPTIONS);
    }

    private static ClientConfig config() {
        return new ClientConfig(
                URL,
                () -> Credentials.of("pk_1", "sk_1"),
                Timeouts.standard(),
                RetryPolicy.standard(),
                List.of(),
                new TimeSource(Clock.systemUTC(), () -> 0, () -> 0, delay -> new CompletableFuture<>()));
    }

    CompletableFuture<Void> pause() {
        return call.pause(Duration.ofHours(1));
    }
}
