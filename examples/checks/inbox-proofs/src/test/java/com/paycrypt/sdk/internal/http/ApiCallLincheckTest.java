package com.paycrypt.sdk.internal.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;

/**
 * Interleavings of a call that begins to wait with what ends it from another thread, those of the fewest switches first: the
 * one leaves its mark and looks for the other's, and the other does the same, so that no wait is left behind.
 * {@code -Dlincheck.invocations=10000} looks further.
 */
class ApiCallLincheckTest {
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 100);

    @Test
    void aPauseEndsWhenTheCallIsCancelled() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> pauseWhile(model -> model.call.cancel()));
    }

    @Test
    void aCancellationThatLeavesNoMarkIsFound() {
        assertFound(() -> pauseWhile(model -> model.runtime.open().forEach(Runnable::run)));
    }

    @Test
    void aPauseEndsWhenTheClientCloses() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> pauseWhile(model -> model.runtime.close()));
    }

    @Test
    void aCloseThatInterruptsBeforeItLeavesItsMarkIsFound() {
        assertFound(() -> pauseWhile(model -> {
            model.runtime.open().forEach(Runnable::run);
            model.runtime.closed().set(true);
        }));
    }

    private static void assertFound(Runnable run) {
        assertThatThrownBy(() -> Lincheck.runConcurrentTest(INVOCATIONS, run))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Concurrent test failed");
    }

    private static void pauseWhile(Consumer<CallModel> interruption) {
        CallModel model = new CallModel();
        Thread other = new Thread(() -> interruption.accept(model));
        other.start();
        CompletableFuture<Void> pause = model.pause();
        ExecutorModel.join(other);
        check(pause.isDone());
    }

    /** AssertJ would be looked at for switches, too. */
    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }
}
