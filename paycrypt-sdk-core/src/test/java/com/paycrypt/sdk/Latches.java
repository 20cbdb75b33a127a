package com.paycrypt.sdk;

import com.paycrypt.sdk.call.CallObserver;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Lets a test wait for what a call does. */
record Latches(CountDownLatch waits, CountDownLatch ends) implements CallObserver {
    @Override
    public void waiting(Duration pause) {
        waits.countDown();
    }

    @Override
    public void ended(@Nullable RuntimeException failure) {
        ends.countDown();
    }
}
