package com.paycrypt.examples.proofs.threads;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/** What searches for interleavings share. */
public final class Interleavings {
    private Interleavings() {}

    /** A planted fault is found within so many runs. */
    public static void assertFound(int invocations, Runnable run) {
        assertThatThrownBy(() -> Lincheck.runConcurrentTest(invocations, run))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Concurrent test failed");
    }

    /** Fails the interleaving that runs. AssertJ would be searched for switches, too. */
    public static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    /** Waits for a thread of the interleaving that runs. */
    public static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
