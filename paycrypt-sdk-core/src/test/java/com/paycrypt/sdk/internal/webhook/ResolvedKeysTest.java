package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.auth.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedKeysTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500_000_000L);
    private final List<String> lookedUp = new ArrayList<>();
    private final List<Credentials> merchant = new ArrayList<>(List.of(Credentials.of("pk_1", "sk_1")));
    private final ResolvedKeys keys = new ResolvedKeys(this::resolve, now::get);

    private List<Credentials> resolve(String key) {
        lookedUp.add(key);
        if (key.equals("down")) {
            throw new IllegalStateException("vault sealed");
        }
        return key.equals("pk_1") ? merchant : List.of();
    }

    @Test
    void aKnownKeyIsLookedUpOnceASecondSoThatANewSecretCounts() {
        assertThat(keys.of("pk_1")).hasSize(1);
        merchant.add(Credentials.of("pk_1", "sk_2"));
        advance(Duration.ofNanos(999_999_999));
        assertThat(keys.of("pk_1")).hasSize(1);
        advance(Duration.ofNanos(1));

        assertThat(keys.of("pk_1")).hasSize(2);
        assertThat(lookedUp).containsExactly("pk_1", "pk_1");
    }

    @Test
    void anUnknownKeyIsLookedUpOnceInTenSeconds() {
        assertThat(keys.of("x")).isEmpty();
        advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(keys.of("x")).isEmpty();
        assertThat(lookedUp).hasSize(1);
        advance(Duration.ofNanos(1));

        assertThat(keys.of("x")).isEmpty();
        assertThat(lookedUp).hasSize(2);
    }

    @Test
    void strangersKeysAreLookedUpOnlyUpToALimitAndKeepNoMerchantOut() {
        keys.of("pk_1");
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.of("random" + i)).isEmpty();
        }
        assertThat(lookedUp).hasSize(100);

        advance(Duration.ofSeconds(1));
        assertThat(keys.of("pk_1")).hasSize(1);
        for (int i = 0; i < 10_000; i++) {
            keys.of("other" + i);
        }
        assertThat(lookedUp).hasSize(100 + 1 + 20);
    }

    @Test
    void aFloodOfYearsDrivesNoKnownKeyOut() {
        keys.of("pk_1");
        for (int i = 0; i < 5_000; i++) {
            advance(Duration.ofSeconds(1));
            keys.of("random" + i);
        }
        lookedUp.clear();
        for (int i = 0; i < 200; i++) {
            keys.of("last" + i);
        }

        assertThat(keys.of("pk_1")).hasSize(1);
        assertThat(lookedUp).hasSize(100).endsWith("pk_1");
    }

    @Test
    void aLongSilenceEarnsNoMoreThanTheLimit() {
        keys.of("first");
        advance(Duration.ofDays(1));
        for (int i = 0; i < 10_000; i++) {
            keys.of("random" + i);
        }
        assertThat(lookedUp).hasSize(1 + 100);
    }

    @Test
    void partsOfAPermitAddUp() {
        for (int i = 0; i < 200; i++) {
            keys.of("random" + i);
        }
        lookedUp.clear();
        for (int i = 0; i < 40; i++) {
            advance(Duration.ofMillis(25));
            keys.of("other" + i);
        }
        assertThat(lookedUp).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noMoreThanAThousandKeysAreRemembered(boolean found) {
        ResolvedKeys bounded = new ResolvedKeys(key -> found ? merchant : List.of(), now::get);
        for (int i = 0; i < 2_000; i++) {
            advance(Duration.ofMillis(50));
            bounded.of("pk_" + i);
            assertThat(bounded.size()).isEqualTo(Math.min(i + 1, 1000));
        }
    }

    /** A lock that one thread kept would leave all others waiting for ever. */
    @Test
    void everyThreadIsServed() throws Exception {
        for (int i = 0; i < 2; i++) {
            FutureTask<List<Credentials>> task = new FutureTask<>(() -> keys.of("pk_1"));
            new Thread(task).start();
            assertThat(task.get()).hasSize(1);
        }
    }

    @Test
    void aKeyOfNoLengthOrTooMuchIsNotLookedUp() {
        assertThat(keys.of("")).isEmpty();
        assertThat(keys.of("x".repeat(257))).isEmpty();
        assertThat(lookedUp).isEmpty();
        keys.of("x".repeat(256));
        assertThat(lookedUp).hasSize(1);
    }

    @Test
    void aFailureIsTheCallersAndNotRemembered() {
        assertThatIllegalStateException().isThrownBy(() -> keys.of("down"));
        assertThatIllegalStateException().isThrownBy(() -> keys.of("down"));
        assertThat(lookedUp).hasSize(2);
    }

    private void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }
}
