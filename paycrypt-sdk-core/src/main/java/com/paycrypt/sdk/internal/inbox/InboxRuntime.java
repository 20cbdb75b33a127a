package com.paycrypt.sdk.internal.inbox;

import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Time, randomness and threads of an inbox, for tests to stand in for.
 *
 * @param nanoTime the monotonic time source
 * @param ticker calls periodic tasks
 * @param tokens returns a token that was never used before
 * @param executor runs the workers
 */
public record InboxRuntime(LongSupplier nanoTime, Ticker ticker, Supplier<String> tokens, Executor executor) {
    /** Creates the runtime of this JVM. */
    public static InboxRuntime real() {
        return new InboxRuntime(
                System::nanoTime, InboxThreads::tick, () -> UUID.randomUUID().toString(), InboxThreads.executor());
    }

    /** Calls a task about once a second. */
    @FunctionalInterface
    public interface Ticker {
        /** Starts to call a task on another thread. */
        void start(BooleanSupplier task);
    }
}
