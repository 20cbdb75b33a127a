package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.json.Envelope;
import com.paycrypt.sdk.internal.webhook.Provenance;
import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private static final long NOW = 1723650000;

    private final ReplayGuard guard = ReplayGuard.inMemory(2);
    private final Ticket ticket = ticket("a", NOW);
    private final Exception cause = new IllegalStateException("no stock");

    @Test
    void theGuardInMemoryGrantsConfirmsAndReleases() {
        String token = guard.claim(ticket).token().orElseThrow();
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
        assertThat(guard.release(ticket, token, cause)).isTrue();
        String second = guard.claim(ticket).token().orElseThrow();
        assertThat(guard.confirm(ticket, token)).isFalse();
        assertThat(guard.confirm(ticket, second)).isTrue();

        assertThat(guard.claim(ticket)).isSameAs(Claim.alreadyHandled());
        assertThat(guard.storesDeliveries()).isFalse();
    }

    @Test
    void aHolderThatLostItsClaimReleasesNothing() {
        String first = guard.claim(ticket).token().orElseThrow();
        guard.release(ticket, first, cause);
        guard.claim(ticket);

        assertThat(guard.release(ticket, first, cause)).isFalse();
        assertThat(guard.claim(ticket)).isSameAs(Claim.inProgress());
    }

    @Test
    void theDefaultHoldsMoreThanElevenMinutesOfAnyShop() {
        ReplayGuard unbounded = ReplayGuard.inMemory();
        for (int i = 0; i < 100_000; i++) {
            unbounded.claim(ticket("n" + i, NOW));
        }
        assertThatIllegalStateException().isThrownBy(() -> unbounded.claim(ticket("one more", NOW)));
    }

    @Test
    @NullUnmarked
    void whatMakesNoSenseIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReplayGuard.inMemory(0));
        assertThatNullPointerException().isThrownBy(() -> Claim.granted(null)).withMessage("token");
        assertThat(guard.claim(ticket).state()).isEqualTo(Claim.State.GRANTED);
    }

    @Test
    void aTicketHasItsEventAndItsEndAndShowsNothingOfWhatWasSigned() {
        assertThat(ticket.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW + 360));
        assertThat(ticket.event().type()).isEqualTo("t");
        assertThat(ticket).hasToString("Ticket[a]");
    }

    /** A machine whose clock is set ahead and back again must not forget what it handled between. */
    @Test
    void aWallClockThatIsSetForwardAndBackLetsNoDeliveryThroughAgain() {
        TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));
        Credentials credentials = Credentials.of("pk_1", "sk_1");
        List<String> handled = new ArrayList<>();
        WebhookReceiver receiver = WebhookReceiver.builder(
                        WebhookVerifier.builder(credentials).clock(clock).build())
                .handler(event -> handled.add(event.type()))
                .build();
        SignedWebhook delivery = sign(credentials, clock, "first");

        receive(receiver, delivery);
        clock.advance(Duration.ofSeconds(700));
        receive(receiver, sign(credentials, clock, "second"));
        clock.advance(Duration.ofSeconds(-700));

        assertThat(receive(receiver, delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("first", "second");
    }

    private static int receive(WebhookReceiver receiver, SignedWebhook delivery) {
        return receiver.receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    private static SignedWebhook sign(Credentials credentials, TestClock clock, String type) {
        byte[] body = ("{\"type\":\"" + type + "\"}").getBytes(StandardCharsets.UTF_8);
        return WebhookSigner.of(credentials, clock).sign(body);
    }

    private static Ticket ticket(String digest, long timestamp) {
        return new Ticket(
                WebhookEvent.stored(new Row(digest), new Envelope("t", "", null, 0, 0), new byte[0]), timestamp);
    }

    /** A delivery that was stored. */
    private record Row(String digest) implements Provenance {
        @Override
        public String key() {
            return "pk_1";
        }
    }
}
