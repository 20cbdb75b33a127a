package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NullUnmarked
class MemoryReplayGuardTest {
    private static final long NOW = 1723650000;
    private static final Duration LIFE = Duration.ofSeconds(360);

    private final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));
    private final ReplayGuard guard = ReplayGuard.inMemory(2, clock);
    private final Ticket ticket = ticket("a", NOW);
    private final Exception cause = new IllegalStateException("no stock");

    @Test
    void aClaimIsGrantedOnceUntilItsLeaseIsOver() {
        assertThat(guard.claim(ticket).token()).isPresent();
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
        clock.advance(Duration.ofMillis(59_999));
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
        clock.advance(Duration.ofMillis(1));
        assertThat(guard.claim(ticket).token()).isPresent();
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
    }

    @Test
    void whatIsConfirmedIsTakenUntilItExpires() {
        assertThat(guard.confirm(ticket, token(ticket))).isTrue();
        assertThat(guard.claim(ticket)).isSameAs(Claim.alreadyHandled());
        clock.advance(LIFE.minusMillis(1));
        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.ALREADY_HANDLED);
        clock.advance(Duration.ofMillis(1));
        assertThat(guard.claim(ticket).token()).isPresent();
    }

    @Test
    void whatIsReleasedIsGrantedAgain() {
        assertThat(guard.release(ticket, token(ticket), cause)).isTrue();
        assertThat(guard.claim(ticket).token()).isPresent();
    }

    @Test
    void aLateHolderNeitherConfirmsNorReleasesAnothersClaim() {
        String late = token(ticket);
        clock.advance(ReplayGuard.LEASE);
        String current = token(ticket);

        assertThat(current).isNotEqualTo(late);
        assertThat(guard.confirm(ticket, late)).isFalse();
        assertThat(guard.release(ticket, late, cause)).isFalse();
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
        assertThat(guard.confirm(ticket, current)).isTrue();
    }

    @Test
    void aHolderWhoseLeaseIsOverConfirmsIfNobodyElseHoldsIt() {
        String token = token(ticket);
        clock.advance(ReplayGuard.LEASE.plusSeconds(1));

        assertThat(guard.confirm(ticket, token)).isTrue();
        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.ALREADY_HANDLED);
    }

    @Test
    @Timeout(value = Await.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyThreadComesToItsTurn() throws Exception {
        String token = inAnotherThread(() -> token(ticket));
        assertThat(inAnotherThread(() -> guard.release(ticket, token, cause))).isTrue();
        String second = inAnotherThread(() -> token(ticket));
        assertThat(inAnotherThread(() -> guard.confirm(ticket, second))).isTrue();

        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.ALREADY_HANDLED);
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
        String token = token(ticket);
        guard.confirm(ticket, token);

        assertThat(guard.confirm(ticket, token)).isTrue();
        assertThat(guard.release(ticket, token, cause)).isFalse();
        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.ALREADY_HANDLED);
    }

    @Test
    void whatIsUnknownIsNeitherConfirmedNorReleased() {
        assertThat(guard.confirm(ticket, "1")).isFalse();
        assertThat(guard.release(ticket, "1", cause)).isFalse();
    }

    @Test
    void aFullGuardRefusesRatherThanForgets() {
        String token = token(ticket);
        guard.confirm(ticket, token);
        token(ticket("b", NOW + 100));

        assertThatIllegalStateException()
                .isThrownBy(() -> guard.claim(ticket("c", NOW)))
                .withMessageContaining("2 deliveries");
        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.ALREADY_HANDLED);
        clock.advance(LIFE);
        assertThat(guard.claim(ticket("c", NOW)).token()).isPresent();
        assertThatIllegalStateException().isThrownBy(() -> guard.claim(ticket("d", NOW)));
    }

    @Test
    void whatIsReleasedMakesRoom() {
        guard.release(ticket, token(ticket), cause);
        token(ticket("b", NOW));
        token(ticket("c", NOW));

        assertThatIllegalStateException().isThrownBy(() -> guard.claim(ticket));
        clock.advance(LIFE);
        token(ticket("d", NOW));
        token(ticket("e", NOW));
    }

    @Test
    void theGuardsClockMayBeAheadOfTheSendersWithoutHarmToALease() {
        Ticket old = ticket("old", NOW - 10_000);

        assertThat(guard.claim(old).token()).isPresent();
        clock.advance(Duration.ofMillis(59_999));
        assertThat(guard.claim(old)).isSameAs(Claim.inProgress());
        clock.advance(Duration.ofMillis(1));
        assertThat(guard.claim(old).token()).isPresent();
    }

    @Test
    void theEarliestExpiryGoesFirstInWhateverOrderTheyCame() {
        token(ticket("late", NOW + 300));
        token(ticket("early", NOW - 300));
        clock.advance(Duration.ofSeconds(60));
        token(ticket("next", NOW));

        assertThatIllegalStateException().isThrownBy(() -> guard.claim(ticket("none", NOW)));
        assertThat(guard.claim(ticket("late", NOW + 300)).token()).isPresent();
    }

    @Test
    void theDefaultHoldsMoreThanAnHourOfAnyShop() {
        ReplayGuard unbounded = ReplayGuard.inMemory();
        long now = Instant.now().getEpochSecond();
        for (int i = 0; i < 100_000; i++) {
            unbounded.claim(ticket("n" + i, now));
        }
        assertThatIllegalStateException().isThrownBy(() -> unbounded.claim(ticket("one more", now)));
        assertThat(unbounded.storesDeliveries()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReplayGuard.inMemory(0, clock));
        assertThatNullPointerException()
                .isThrownBy(() -> ReplayGuard.inMemory(1, null))
                .withMessage("clock");
        assertThatNullPointerException().isThrownBy(() -> Claim.granted(null)).withMessage("token");
        assertThat(ReplayGuard.inMemory(1, clock).claim(ticket).token()).isPresent();
    }

    @Test
    void aTicketTellsItsEventAndItsEndAndNothingOfWhatWasSigned() {
        assertThat(ticket.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW + 360));
        assertThat(ticket.event().type()).isEqualTo("t");
        assertThat(ticket).hasToString("Ticket[a]");
    }

    private String token(Ticket claimed) {
        return guard.claim(claimed).token().orElseThrow();
    }

    private static Ticket ticket(String digest, long timestamp) {
        return new Ticket(new WebhookEvent(() -> digest, 0, new Envelope("t", "", null, 0, 0), new byte[0]), timestamp);
    }
}
