package com.paycrypt.sdk.internal.inbox;

import java.util.function.BooleanSupplier;

/** Calls a task about once a second. */
@FunctionalInterface
public interface Ticker {
    /**
     * Starts to call a task on another thread.
     *
     * @param task returns whether it is to be called again
     */
    void start(BooleanSupplier task);
}
