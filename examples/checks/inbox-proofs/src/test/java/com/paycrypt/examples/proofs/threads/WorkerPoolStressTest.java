package com.paycrypt.examples.proofs.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deliveries arrive from several threads while workers run out of work and end: each is handled, once, before the last
 * worker ends, since nothing but their arrival wakes the pool here. A wake-up that gets lost leaves one behind.
 */
class WorkerPoolStressTest {
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 500);
    private static final int SENDERS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void noDeliveryThatArrivesWhileWorkersEndIsLeftBehind(int workers) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            PoolRun run = new PoolRun(workers);
            CyclicBarrier start = new CyclicBarrier(SENDERS);
            List<Thread> senders = IntStream.range(0, SENDERS)
                    .mapToObj(i -> new Thread(() -> arrive(run, "d" + i, start)))
                    .toList();
            senders.forEach(Thread::start);
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(run.handled()).containsExactlyInAnyOrder("d0", "d1", "d2");
        }
    }

    private static void arrive(PoolRun run, String digest, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        run.arrive(digest);
    }
}
