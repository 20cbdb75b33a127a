package com.paycrypt.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
