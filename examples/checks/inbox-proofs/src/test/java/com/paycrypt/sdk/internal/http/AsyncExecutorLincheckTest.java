package com.paycrypt.sdk.internal.http;

import static com.paycrypt.examples.proofs.threads.Interleavings.assertFound;
import static com.paycrypt.examples.proofs.threads.Interleavings.check;
import static com.paycrypt.examples.proofs.threads.Interleavings.join;

import com.paycrypt.sdk.internal.http.ExecutorModel.Task;
import com.paycrypt.sdk.internal.http.FaultyExecutor.Fault;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * Interleavings of those that hand tasks to the executor with its threads and with its end, those of the fewest switches
 * first. Time stands still in them, so that no thread ends because it is idle.
 * {@code -Dlincheck.invocations=10000} looks further.
 */
class AsyncExecutorLincheckTest {
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 100);

    /** Where a task is left behind by the end, two threads have to switch at the right moments. */
    private static final int MORE = Math.max(400, INVOCATIONS);

    private static final int MANY = 8;

    @Test
    void aTaskIsRunOnceOrRejectedWhileTheExecutorCloses() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> executeAndClose(new ExecutorModel(MANY)));
    }

    @Test
    void anExecutorThatChecksItsEndTooEarlyIsFound() {
        assertFound(INVOCATIONS, () -> executeAndClose(new ExecutorModel(MANY, Fault.CHECKS_EARLY)));
    }

    @Test
    void tasksBeyondTheLimitOfThreadsAreRunOnce() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> executeTwice(new ExecutorModel(1)));
    }

    @Test
    void anExecutorThatDropsTasksWhenBusyIsFound() {
        assertFound(INVOCATIONS, () -> executeTwice(new ExecutorModel(1, Fault.DROPS_WHEN_BUSY)));
    }

    @Test
    void aTaskThatIsLeftBehindByTheEndKnowsThatItQueues() {
        Lincheck.runConcurrentTest(MORE, () -> executeTwiceAndClose(new ExecutorModel(1)));
    }

    @Test
    void anExecutorThatQueuesSilentlyIsFound() {
        assertFound(MORE, () -> executeTwiceAndClose(new ExecutorModel(1, Fault.QUEUES_SILENTLY)));
    }

    private static void executeAndClose(ExecutorModel executor) {
        Task task = new Task();
        Thread caller = new Thread(() -> executor.execute(task));
        caller.start();
        executor.close();
        join(caller);
        executor.awaitThreads();
        check(task.isRunOrRejectedOnce());
    }

    private static void executeTwice(ExecutorModel executor) {
        Task first = new Task();
        Task second = new Task();
        Thread caller = new Thread(() -> executor.execute(second));
        caller.start();
        executor.execute(first);
        join(caller);
        executor.close();
        executor.awaitThreads();
        check(first.isRunOnce() && second.isRunOnce());
    }

    private static void executeTwiceAndClose(ExecutorModel executor) {
        Task first = new Task();
        Task second = new Task();
        Thread caller = new Thread(() -> executor.execute(second));
        caller.start();
        executor.execute(first);
        executor.close();
        join(caller);
        executor.awaitThreads();
        check(first.isKnown() && second.isKnown());
    }
}
