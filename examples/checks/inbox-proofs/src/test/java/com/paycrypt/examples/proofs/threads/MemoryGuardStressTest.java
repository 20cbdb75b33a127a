package com.paycrypt.examples.proofs.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.internal.webhook.MemoryClaims;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copies that arrive at the same moment: one is granted, and after its confirmation none. */
class MemoryGuardStressTest {
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 500);
    private static final int COPIES = 4;
    private static final String GRANTED = "granted";

    @Test
    void oneOfAllCopiesIsGranted() throws Exception {
        MemoryClaims<String> claims = new MemoryClaims<>(
                token -> GRANTED + token, "in progress", "already handled", ROUNDS, System::nanoTime);
        for (int round = 0; round < ROUNDS; round++) {
            String digest = "d" + round;
            List<String> results = atOnce(() -> claims.claim(digest));
            List<String> granted = results.stream()
                    .filter(result -> result.startsWith(GRANTED))
                    .toList();
            assertThat(granted).hasSize(1);
            assertThat(claims.confirm(digest, granted.get(0).substring(GRANTED.length())))
                    .isTrue();
            assertThat(atOnce(() -> claims.claim(digest))).containsOnly("already handled");
        }
    }

    /** A guard that looks first and stores then: the test would notice. */
    @Test
    void aCarelessGuardIsFound() throws Exception {
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        CyclicBarrier bothHaveLooked = new CyclicBarrier(COPIES);
        List<String> results = atOnce(() -> {
            boolean isKnown = known.containsKey("d1");
            await(bothHaveLooked);
            known.put("d1", true);
            return isKnown ? "in progress" : GRANTED;
        });
        assertThat(results).hasSize(COPIES).containsOnly(GRANTED);
    }

    private static List<String> atOnce(Supplier<String> claim) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(COPIES);
        ConcurrentLinkedQueue<String> results = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, COPIES)
                .mapToObj(i -> new Thread(() -> {
                    await(start);
                    results.add(claim.get());
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(results);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
