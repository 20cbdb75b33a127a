package com.paycrypt.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;

class CachedCredentialsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean sealed;

    private final CachedCredentials cache = new CachedCredentials(this::ask, Duration.ofMinutes(5), nanos::get);

    @Test
    void theVaultIsAskedOnceInTheGivenTime() {
        Credentials first = cache.credentials();
        pass(Duration.ofMinutes(5).minusNanos(1));
        assertThat(cache.credentials()).isSameAs(first);
        pass(Duration.ofNanos(1));
        assertThat(cache.credentials()).isNotSameAs(first);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aVaultThatFailsLeavesTheCredentialsInUse() {
        Credentials first = cache.credentials();
        sealed = true;
        pass(Duration.ofMinutes(6));
        assertThat(cache.credentials()).isSameAs(first);
        pass(Duration.ofMinutes(1));
        assertThat(cache.credentials()).isSameAs(first);
        assertThat(asked).hasValue(2);
        sealed = false;
        pass(Duration.ofMinutes(4));
        assertThat(cache.credentials()).isNotSameAs(first);
    }

    @Test
    void aVaultThatNeverAnsweredFails() {
        sealed = true;
        assertThatThrownBy(cache::credentials).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rejectedCredentialsAreRenewedAtMostOncePerSecond() {
        Credentials first = cache.credentials();
        assertThat(cache.renewed(first)).isSameAs(first);
        pass(Duration.ofSeconds(1));
        Credentials second = cache.renewed(first);
        assertThat(second).isNotSameAs(first);
        assertThat(cache.renewed(first)).isSameAs(second);
        assertThat(cache.renewed(second)).isSameAs(second);
        assertThat(cache.credentials()).isSameAs(second);
        assertThat(asked).hasValue(2);
    }

    @Test
    void theFirstToBeRenewedAreAskedFor() {
        assertThat(cache.renewed(Credentials.of("pk_1", "sk_0"))).isSameAs(cache.credentials());
        assertThat(asked).hasValue(1);
    }

    /** A lock that one thread kept would leave all others waiting for ever. */
    @Test
    void everyThreadIsServedAfterEveryCall() throws Exception {
        Credentials first = onAnotherThread(cache::credentials);
        pass(Duration.ofMinutes(5));
        Credentials second = onAnotherThread(cache::credentials);
        pass(Duration.ofMinutes(5));
        Credentials third = onAnotherThread(() -> cache.renewed(second));
        pass(Duration.ofMinutes(5));

        assertThat(onAnotherThread(() -> cache.renewed(third))).isNotSameAs(third);
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(asked).hasValue(4);
    }

    private static Credentials onAnotherThread(Callable<Credentials> call) throws Exception {
        FutureTask<Credentials> task = new FutureTask<>(call);
        new Thread(task).start();
        return task.get();
    }

    @Test
    void aVaultThatFailsIsWarnedOfWithoutWhatItSaid() {
        cache.credentials();
        sealed = true;
        pass(Duration.ofMinutes(6));
        List<LogRecord> lines = logged(cache::credentials);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage())
                    .contains("provider failed", "IllegalStateException", "stay in use")
                    .doesNotContain("sealed");
        });
    }

    private static List<LogRecord> logged(Runnable work) {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("com.paycrypt.sdk");
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line);
            }
        };
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    @Test
    void aTimeThatIsNotPositiveIsRejected() {
        CredentialsProvider provider = this::ask;
        assertThatThrownBy(() -> provider.cachedFor(Duration.ZERO)).hasMessageContaining("a positive time");
    }

    private Credentials ask() {
        int number = asked.incrementAndGet();
        if (sealed) {
            throw new IllegalStateException("sealed");
        }
        return Credentials.of("pk_1", "sk_" + number);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
