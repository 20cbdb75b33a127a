package com.paycrypt.sdk.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryClaimsTest {
    private static final String GRANTED = "granted ";
    private static final Duration LEASE = MemoryClaims.LEASE;
    private static final Duration RETENTION = MemoryClaims.RETENTION;

    /** Close to where the counter of nanoseconds overflows, which it may do at any time. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500_000_000L);

    private final MemoryClaims<String> claims = claims(2);

    @Test
    void aClaimIsGrantedOnceUntilItsLeaseEnds() {
        assertThat(state("a")).startsWith(GRANTED);
        assertThat(state("a")).isEqualTo("in progress");
        advance(LEASE.minusNanos(1));
        assertThat(state("a")).isEqualTo("in progress");
        advance(Duration.ofNanos(1));
        assertThat(state("a")).startsWith(GRANTED);
        assertThat(state("a")).isEqualTo("in progress");
    }

    @Test
    void whatIsConfirmedIsAlreadyHandledUntilItExpires() {
        assertThat(claims.confirm("a", token("a"))).isTrue();
        assertThat(state("a")).isEqualTo("already handled");
        advance(RETENTION.minusNanos(1));
        assertThat(state("a")).isEqualTo("already handled");
        advance(Duration.ofNanos(1));
        assertThat(state("a")).startsWith(GRANTED);
    }

    @Test
    void whatIsReleasedIsGrantedAgain() {
        assertThat(claims.release("a", token("a"))).isTrue();
        assertThat(state("a")).startsWith(GRANTED);
    }

    @Test
    void aLateHolderNeitherConfirmsNorReleasesAnothersClaim() {
        String late = token("a");
        advance(LEASE);
        String current = token("a");

        assertThat(current).isNotEqualTo(late);
        assertThat(claims.confirm("a", late)).isFalse();
        assertThat(claims.release("a", late)).isFalse();
        assertThat(state("a")).isEqualTo("in progress");
        assertThat(claims.confirm("a", current)).isTrue();
    }

    @Test
    void aHolderWhoseLeaseHasEndedConfirmsIfNoOtherClaimCameBetween() {
        String token = token("a");
        advance(LEASE.plusSeconds(1));

        assertThat(claims.confirm("a", token)).isTrue();
        assertThat(state("a")).isEqualTo("already handled");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyThreadGetsItsTurn() throws Exception {
        String token = inAnotherThread(() -> token("a"));
        assertThat(inAnotherThread(() -> claims.release("a", token))).isTrue();
        String second = inAnotherThread(() -> token("a"));
        assertThat(inAnotherThread(() -> claims.confirm("a", second))).isTrue();

        assertThat(state("a")).isEqualTo("already handled");
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
        assertThat(state("a")).isEqualTo("already handled");
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
        assertThat(state("a")).isEqualTo("already handled");
        advance(RETENTION.minusSeconds(1));
        assertThat(state("c")).startsWith(GRANTED);
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

        assertThat(state("c")).startsWith(GRANTED);
        assertThatIllegalStateException().isThrownBy(() -> claims.claim("a"));
    }

    @Test
    void aCapacityBelowOneIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> claims(0)).withMessageContaining("not 0");
        assertThat(claims(1).claim("a")).startsWith(GRANTED);
    }

    private void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    private MemoryClaims<String> claims(int capacity) {
        return new MemoryClaims<>(GRANTED::concat, "in progress", "already handled", capacity, now::get);
    }

    private String state(String digest) {
        return claims.claim(digest);
    }

    private String token(String digest) {
        String claimed = claims.claim(digest);
        assertThat(claimed).startsWith(GRANTED);
        return claimed.substring(GRANTED.length());
    }
}
