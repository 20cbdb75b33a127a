package com.paycrypt.examples.proofs.threads;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.internal.webhook.MemoryClaims;
import java.util.HashMap;
import java.util.Map;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/**
 * All interleavings of claims, confirmations and releases by three threads, up to Lincheck's bounds: each result is one that
 * the same calls give one after the other. {@code -Dlincheck.iterations=10 -Dlincheck.invocations=1000} looks further.
 */
class MemoryGuardLincheckTest {
    private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 2);
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 100);

    @Test
    void everyInterleavingOfTheGuardIsOneOfASequence() {
        options(ITERATIONS).check(Guard.class);
    }

    /** The same without the lock, so that this test is known to find it. */
    @Test
    void aGuardThatLooksFirstAndStoresThenIsFound() {
        assertThatThrownBy(() -> options(20).minimizeFailedScenario(false).check(Careless.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(int iterations) {
        return new ModelCheckingOptions()
                .iterations(iterations)
                .threads(3)
                .actorsPerThread(3)
                .invocationsPerIteration(INVOCATIONS);
    }

    /** Two deliveries and what each thread holds of them. */
    @Param(name = "thread", gen = ThreadIdGen.class)
    @Param(name = "delivery", gen = IntGen.class, conf = "1:2")
    public static class Guard {
        private static final int THREADS = 8;

        private final MemoryClaims<String> claims =
                new MemoryClaims<>(token -> token, "in progress", "already handled", 100, () -> 0);
        private final String[][] tokens = new String[THREADS][3];

        @Operation
        public String claim(@Param(name = "thread") int thread, @Param(name = "delivery") int delivery) {
            String result = claims.claim("d" + delivery);
            if (Character.isDigit(result.charAt(0))) {
                tokens[thread][delivery] = result;
                return "granted";
            }
            return result;
        }

        @Operation
        public boolean confirm(@Param(name = "thread") int thread, @Param(name = "delivery") int delivery) {
            String token = tokens[thread][delivery];
            return token != null && claims.confirm("d" + delivery, token);
        }

        @Operation
        public boolean release(@Param(name = "thread") int thread, @Param(name = "delivery") int delivery) {
            String token = tokens[thread][delivery];
            return token != null && claims.release("d" + delivery, token);
        }
    }

    /** A guard without a lock. */
    @Param(name = "delivery", gen = IntGen.class, conf = "1:1")
    public static class Careless {
        private final Map<Integer, Boolean> known = new HashMap<>();

        @Operation
        public String claim(@Param(name = "delivery") int delivery) {
            if (known.containsKey(delivery)) {
                return "in progress";
            }
            known.put(delivery, true);
            return "granted";
        }
    }
}
