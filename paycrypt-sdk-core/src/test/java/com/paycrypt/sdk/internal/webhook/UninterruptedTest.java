package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UninterruptedTest {
    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
    void theCallIsNotInterruptedAndTheThreadIsAfterwardsIfItWasOrIfThatIsAskedFor(
            boolean before, boolean asked, boolean after) {
        interruptIf(before);

        boolean during = Uninterrupted.call(asked, () -> Thread.currentThread().isInterrupted());

        assertThat(during).isFalse();
        assertThat(Thread.interrupted()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void aCallThatFailsLeavesTheInterruptToo(boolean before, boolean after) {
        interruptIf(before);

        assertThatIllegalStateException()
                .isThrownBy(() -> Uninterrupted.call(false, () -> {
                    throw new IllegalStateException("database down");
                }));
        assertThat(Thread.interrupted()).isEqualTo(after);
    }

    private static void interruptIf(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
