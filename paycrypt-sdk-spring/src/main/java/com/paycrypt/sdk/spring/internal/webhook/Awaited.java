package com.paycrypt.sdk.spring.internal.webhook;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/** Waits for what a listener returns: futures, and every publisher that Spring has an adapter for. */
final class Awaited {
    private Awaited() {}

    /** The value, or a list of them; null where there is none. What is nothing to wait for is its own value. */
    static @Nullable Object value(Object result) {
        if (result instanceof CompletionStage<?> stage) {
            return got(stage.toCompletableFuture());
        }
        if (result instanceof Future<?> future) {
            return got(future);
        }
        ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
        return adapter == null ? result : got(AwaitedPublisher.of(adapter, result));
    }

    private static @Nullable Object got(Future<?> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException interrupted) {
            boolean unused = future.cancel(true);
            throw unchecked(interrupted);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new UndeclaredThrowableException(cause);
    }
}
