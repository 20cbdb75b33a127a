package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallOptions;
import com.paycrypt.sdk.internal.http.RetryStrategy.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Executes API calls and owns the resources shared by all calls of a client. */
public final class ApiClient implements AutoCloseable {
    private final ClientRuntime runtime;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AsyncExecutor executor;

    public ApiClient(ClientConfig config, OkHttpClients clients) {
        this.runtime = ClientRuntime.of(config, clients);
    }

    /** Executes a call on the caller's thread. */
    public <T> T execute(ApiRequest<T> request, CallOptions options) {
        ApiCall<T> call = new ApiCall<>(runtime, request, options);
        for (Step step = call.attempt(); !step.isEnd(); step = call.attempt()) {
            pause(call, step.delay());
        }
        return call.result();
    }

    /** Executes a call on the client's threads. */
    public <T> CompletableFuture<T> executeAsync(ApiRequest<T> request, CallOptions options) {
        return new AsyncCall<>(new ApiCall<>(runtime, request, options), executor()).start();
    }

    /** Ends all calls, the waiting ones too, and frees what this client made. */
    @Override
    public void close() {
        if (runtime.close()) {
            closeExecutor();
            runtime.clients().close();
        }
    }

    /** An interrupt stays set, and ends the call before its next attempt. */
    private static void pause(ApiCall<?> call, Duration delay) {
        try {
            call.pause(delay).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            call.abort(e);
        }
    }

    private void closeExecutor() {
        lock.lock();
        try {
            if (executor != null) {
                executor.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private AsyncExecutor executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = new AsyncExecutor(AsyncExecutor.threads("paycrypt-call"));
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }
}
