package com.paycrypt.sdk.internal.http;

import static com.paycrypt.examples.proofs.threads.Interleavings.assertFound;
import static com.paycrypt.examples.proofs.threads.Interleavings.check;
import static com.paycrypt.examples.proofs.threads.Interleavings.join;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jetbrains.lincheck.Lincheck;
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
        assertFound(INVOCATIONS, () -> pauseWhile(model -> model.runtime.open().forEach(Runnable::run)));
    }

    @Test
    void aPauseEndsWhenTheClientCloses() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> pauseWhile(model -> model.runtime.close()));
    }

    @Test
    void aCloseThatInterruptsBeforeItLeavesItsMarkIsFound() {
        assertFound(
                INVOCATIONS,
                () -> pauseWhile(model -> {
                    model.runtime.open().forEach(Runnable::run);
                    model.runtime.closed().set(true);
                }));
    }

    private static void pauseWhile(Consumer<CallModel> interruption) {
        CallModel model = new CallModel();
        Thread other = new Thread(() -> interruption.accept(model));
        other.start();
        CompletableFuture<Void> pause = model.pause();
        join(other);
        check(pause.isDone());
    }
}
