package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    /** Close to where the counter of nanoseconds overflows, which it may do at any time. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500_000_000L);

    private final RateLimit limit = new RateLimit(now::get);

    @Test
    void onceASecondIsAllowed() {
        assertThat(limit.allows()).isTrue();
        assertThat(limit.allows()).isFalse();
        now.addAndGet(999_999_999L);
        assertThat(limit.allows()).isFalse();
        now.addAndGet(1);
        assertThat(limit.allows()).isTrue();
        assertThat(limit.allows()).isFalse();
    }

    @Test
    void ofTwoAtTheSameTimeOneIsAllowed() {
        AtomicReference<@Nullable RateLimit> shared = new AtomicReference<>();
        List<Boolean> other = new ArrayList<>();
        RateLimit watched = new RateLimit(() -> {
            RateLimit asked = shared.getAndSet(null);
            if (asked != null) {
                other.add(asked.allows());
            }
            return now.get();
        });
        shared.set(watched);

        assertThat(watched.allows()).isFalse();
        assertThat(other).containsExactly(true);
    }
}
