package com.paycrypt.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real receiver, inbox and workers in simulated processes, over a simulated table and clock: processes die, statements
 * and their replies get lost, handlers fail and hang, copies arrive, and threads take turns as a seed decides.
 *
 * <p>{@code -Dsimulation.histories=1000000} runs as many; {@code -Dsimulation.seed=N} replays one and prints its steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxSimulationTest {
    private static final int MAX_HISTORIES_OF_A_MUTANT = 40_000;
    private static final Logger LOG = Logger.getLogger("com.paycrypt.sdk.webhook");

    private ExecutorService threads;

    @BeforeAll
    void silence() {
        LOG.setLevel(Level.OFF);
        threads = FiberThreads.create();
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
        LOG.setLevel(null);
    }

    @Test
    void everyHistoryKeepsTheInvariants() throws Exception {
        Long seed = Long.getLong("simulation.seed");
        if (seed != null) {
            check(seed);
            return;
        }
        long histories = Long.getLong("simulation.histories", 300);
        long start = System.nanoTime();
        long violated = firstViolated(histories, Mutant.NONE);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(histories + " histories in " + millis + " ms, first violated: " + violated);
        if (violated >= 0) {
            check(violated);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultIsFound(Mutant mutant) throws Exception {
        long seed = firstViolated(MAX_HISTORIES_OF_A_MUTANT, mutant);
        assertThat(seed).as("%s is found", mutant).isNotNegative();
        System.out.println(mutant + " is found by seed " + seed + ": "
                + history(seed, mutant, false).violation());
    }

    @Test
    void aSeedIsOneHistory() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(history(seed, Mutant.NONE, true).traced())
                    .isEqualTo(history(seed, Mutant.NONE, true).traced());
        }
    }

    private void check(long seed) throws Exception {
        History history = history(seed, Mutant.NONE, true);
        System.out.println(history.plan() + "\n" + String.join("\n", history.traced()));
        if (history.violation() != null) {
            fail("%s; to replay it: -Dsimulation.seed=%d", history.violation(), seed);
        }
    }

    /** The lowest seed that was found to violate an invariant, or -1. */
    private long firstViolated(long histories, Mutant mutant) throws Exception {
        AtomicLong next = new AtomicLong(mutant.firstSeed);
        AtomicLong violated = new AtomicLong(Long.MAX_VALUE);
        int drivers = Math.max(1, Runtime.getRuntime().availableProcessors());
        List<Future<?>> running = IntStream.range(0, drivers)
                .<Future<?>>mapToObj(i -> threads.submit(() -> search(next, violated, histories, mutant)))
                .toList();
        for (Future<?> driver : running) {
            driver.get();
        }
        return violated.get() == Long.MAX_VALUE ? -1 : violated.get();
    }

    private void search(AtomicLong next, AtomicLong violated, long histories, Mutant mutant) {
        long seed = next.getAndIncrement();
        while (seed < histories && seed < violated.get()) {
            if (new Simulation(seed, mutant, threads, false).run().violation() != null) {
                violated.accumulateAndGet(seed, Math::min);
            }
            seed = next.getAndIncrement();
        }
    }

    private History history(long seed, Mutant mutant, boolean isTraced)
            throws InterruptedException, ExecutionException {
        return threads.submit(() -> new Simulation(seed, mutant, threads, isTraced).run())
                .get();
    }
}
