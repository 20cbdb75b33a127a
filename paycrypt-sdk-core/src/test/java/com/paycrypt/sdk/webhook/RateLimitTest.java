package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
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
}
