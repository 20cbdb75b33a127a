package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.internal.webhook.MemoryClaims.State;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryClaimsTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RETENTION = Duration.ofSeconds(660);

    /** Close to where the counter of nanoseconds overflows, which it may do at any time. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500_000_000L);

    private final MemoryClaims claims = new MemoryClaims(2, LEASE, RETENTION, now::get);

    @Test
    void aClaimIsGrantedOnceUntilItsLeaseEnds() {
        assertThat(state("a")).isEqualTo(State.GRANTED);
        assertThat(state("a")).isEqualTo(State.IN_PROGRESS);
        advance(LEASE.minusNanos(1));
        assertThat(state("a")).isEqualTo(State.IN_PROGRESS);
        advance(Duration.ofNanos(1));
        assertThat(state("a")).isEqualTo(State.GRANTED);
        assertThat(state("a")).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void whatIsConfirmedIsAlreadyHandledUntilItExpires() {
        assertThat(claims.confirm("a", token("a"))).isTrue();
        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
        advance(RETENTION.minusNanos(1));
        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
        advance(Duration.ofNanos(1));
        assertThat(state("a")).isEqualTo(State.GRANTED);
    }

    @Test
    void whatIsReleasedIsGrantedAgain() {
        assertThat(claims.release("a", token("a"))).isTrue();
        assertThat(state("a")).isEqualTo(State.GRANTED);
    }

    @Test
    void aLateHolderNeitherConfirmsNorReleasesAnothersClaim() {
        String late = token("a");
        advance(LEASE);
        String current = token("a");

        assertThat(current).isNotEqualTo(late);
        assertThat(claims.confirm("a", late)).isFalse();
        assertThat(claims.release("a", late)).isFalse();
        assertThat(state("a")).isEqualTo(State.IN_PROGRESS);
        assertThat(claims.confirm("a", current)).isTrue();
    }

    @Test
    void aHolderWhoseLeaseHasEndedConfirmsIfNoOtherClaimCameBetween() {
        String token = token("a");
        advance(LEASE.plusSeconds(1));

        assertThat(claims.confirm("a", token)).isTrue();
        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyThreadGetsItsTurn() throws Exception {
        String token = inAnotherThread(() -> token("a"));
        assertThat(inAnotherThread(() -> claims.release("a", token))).isTrue();
        String second = inAnotherThread(() -> token("a"));
        assertThat(inAnotherThread(() -> claims.confirm("a", second))).isTrue();

        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
    }

    private static <T> T inAnotherThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task.get();
    }

    @Test
    void whatIsConfirmedCannotBeReleasedAndIsConfirmedTwiceWithoutHarm() {
        String token = token("a");
        claims.confirm("a", token);

        assertThat(claims.confirm("a", token)).isTrue();
        assertThat(claims.release("a", token)).isFalse();
        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
    }

    @Test
    void whatIsUnknownIsNeitherConfirmedNorReleased() {
        assertThat(claims.confirm("a", "1")).isFalse();
        assertThat(claims.release("a", "1")).isFalse();
    }

    @Test
    void aFullMemoryRejectsRatherThanForgets() {
        claims.confirm("a", token("a"));
        advance(Duration.ofSeconds(1));
        token("b");

        assertThatIllegalStateException().isThrownBy(() -> claims.claim("c")).withMessageContaining("2 deliveries");
        assertThat(state("a")).isEqualTo(State.ALREADY_HANDLED);
        advance(RETENTION.minusSeconds(1));
        assertThat(state("c")).isEqualTo(State.GRANTED);
        assertThatIllegalStateException().isThrownBy(() -> claims.claim("d"));
    }

    @Test
    void whatIsReleasedMakesRoom() {
        claims.release("a", token("a"));
        token("b");
        token("c");

        assertThatIllegalStateException().isThrownBy(() -> claims.claim("a"));
        advance(RETENTION);
        token("d");
        token("e");
    }

    /** A claim that is granted again keeps its place: what came first expires first. */
    @Test
    void anotherLeaseDoesNotProlongAnEntry() {
        token("a");
        advance(LEASE);
        token("b");
        token("a");
        advance(RETENTION.minus(LEASE));

        assertThat(state("c")).isEqualTo(State.GRANTED);
        assertThatIllegalStateException().isThrownBy(() -> claims.claim("a"));
    }

    @Test
    void aCapacityBelowOneIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryClaims(0, LEASE, RETENTION, now::get))
                .withMessageContaining("not 0");
        assertThat(new MemoryClaims(1, LEASE, RETENTION, now::get).claim("a").state())
                .isEqualTo(State.GRANTED);
    }

    private void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    private State state(String digest) {
        return claims.claim(digest).state();
    }

    private String token(String digest) {
        MemoryClaims.Claimed claimed = claims.claim(digest);
        assertThat(claimed.state()).isEqualTo(State.GRANTED);
        return claimed.token();
    }
}
