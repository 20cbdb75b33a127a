package com.paycrypt.examples.proofs.threads;

import static com.paycrypt.examples.proofs.threads.Interleavings.assertFound;
import static com.paycrypt.examples.proofs.threads.Interleavings.check;
import static com.paycrypt.examples.proofs.threads.Interleavings.join;

import com.paycrypt.sdk.internal.inbox.FaultyPool.Fault;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Interleavings of a pool's workers with those that wake and close it, those of the fewest switches first.
 * {@code -Dlincheck.invocations=10000} looks further, and at
 * two workers.
 */
class WorkerPoolLincheckTest {
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 300);

    /** What two workers that end at once may leave behind takes 3 switches: a planted fault was found after 6,511 runs. */
    private static final int ENOUGH_FOR_TWO = 10_000;

    @ParameterizedTest
    @MethodSource("sizes")
    void aDeliveryThatArrivesWhileWorkersEndIsHandled(int size) {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> wakeAndArrive(new PoolModel(size), size));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aPoolThatForgetsWakeUpsIsFound(int size) {
        assertFound(INVOCATIONS, () -> wakeAndArrive(new PoolModel(size, Fault.FORGETS_WAKE_UPS), size));
    }

    @Test
    void deliveriesOfTwoReceiversAreHandled() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> arriveTwice(new PoolModel(1)));
    }

    @Test
    void aPoolThatForgetsWakeUpsOfTwoReceiversIsFound() {
        assertFound(INVOCATIONS, () -> arriveTwice(new PoolModel(1, Fault.FORGETS_WAKE_UPS)));
    }

    @Test
    void nothingIsHandledByAPoolThatHasClosed() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> arriveAndClose(new PoolModel(1)));
    }

    @Test
    void aPoolThatForgetsHandlersWhenItClosesIsFound() {
        assertFound(INVOCATIONS, () -> arriveAndClose(new PoolModel(1, Fault.FORGETS_HANDLERS)));
    }

    static IntStream sizes() {
        return INVOCATIONS < ENOUGH_FOR_TWO ? IntStream.of(1) : IntStream.of(1, 2);
    }

    /** As many workers as the pool has look for work when the delivery arrives. */
    private static void wakeAndArrive(PoolModel pool, int workers) {
        for (int i = 0; i < workers; i++) {
            pool.wake();
        }
        pool.arrive();
        pool.awaitWorkers();
        check(pool.handled() == 1);
    }

    private static void arriveTwice(PoolModel pool) {
        Thread other = new Thread(pool::arrive);
        other.start();
        pool.arrive();
        join(other);
        pool.awaitWorkers();
        check(pool.handled() == 2);
    }

    private static void arriveAndClose(PoolModel pool) {
        pool.arrive();
        pool.close();
        pool.awaitWorkers();
        check(!pool.isHandledAfterClose());
    }
}
