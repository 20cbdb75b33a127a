package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What an inbox does on every database. */
abstract class InboxContract extends InboxPoisonContract {
    @Test
    void aDeliveryIsStoredAndHandledOnce() throws SQLException {
        SignedWebhook delivery = delivery("O-1");

        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(receive(recording(), delivery)).isEqualTo(200);

        assertThat(handled).containsExactly("O-1");
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED' AND order_id = 'O-1'"
                        + " AND event_type = 'payment.succeeded' AND session_id = 'ps_1' AND attempts = 1"))
                .isOne();
    }

    @Test
    void whatAHandlerFailedOnIsKeptAndHandledAgainWhenItIsDue() throws SQLException {
        assertThat(receive(failing(), delivery("O-1"))).isEqualTo(200);

        assertThat(inbox().processDue(recording())).isZero();
        makeDue();
        assertThat(inbox().processDue(recording())).isOne();
        makeDue();
        assertThat(inbox().processDue(recording())).isZero();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void whatIsPendingIsListed() throws SQLException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        receive(failing(), delivery("O-1"));
        Instant after = Instant.now();
        receive(recording(), delivery("O-2"));

        assertThat(inbox().pending()).singleElement().satisfies(pending -> {
            assertThat(pending.event().payment().orderId()).hasValue("O-1");
            assertThat(pending.event().rawBody()).isEqualTo(body("O-1"));
            assertThat(pending.attempts()).isEqualTo(1);
            assertThat(pending.lastError()).hasValue("java.io.IOException: no\\u000astock");
            assertThat(pending.receivedAt()).isBetween(before, after);
            assertThat(pending.nextAttempt().orElseThrow()).isBetween(before.plusSeconds(30), after.plusSeconds(30));
            assertThat(pending).hasToString("PendingDelivery[" + pending.digest() + ", attempts=1]");
        });
    }

    @Test
    void theWaitDoublesWithEachFailureUpToAnHour() throws SQLException {
        receive(failing(), delivery("O-1"));
        List<Long> waits = new ArrayList<>();
        for (int attempt = 2; attempt < 20; attempt++) {
            makeDue();
            assertThat(inbox().processDue(failing())).isZero();
            WebhookInbox.PendingDelivery pending = inbox().pending().get(0);
            assertThat(pending.attempts()).isEqualTo(attempt);
            waits.add(Duration.between(Instant.now(), pending.nextAttempt().orElseThrow())
                    .plusSeconds(30)
                    .toMinutes());
        }
        assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);

        makeDue();
        inbox().processDue(failing());
        assertThat(inbox().pending().get(0).nextAttempt()).isEmpty();
    }

    @Test
    void whatIsExhaustedWaitsForAPerson() throws SQLException {
        String digest = exhausted(delivery("O-1"));

        makeDue();
        assertThat(inbox().processDue(recording())).isZero();
        assertThat(inbox().retry(digest)).isTrue();
        assertThat(inbox().processDue(recording())).isOne();
        assertThat(inbox().retry(digest)).isFalse();
        assertThat(inbox().retry("unknown")).isFalse();
    }

    @Test
    void whatWasDealtWithByHandIsNeverHandled() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        String digest = exhausted(delivery);

        assertThat(inbox().discard(digest)).isTrue();
        assertThat(inbox().discard(digest)).isFalse();
        assertThat(inbox().pending()).isEmpty();
        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(handled).isEmpty();
    }

    @Test
    void theLastFailureSaysThatItWasTheLast() throws SQLException {
        receive(failing(), delivery("O-1"));
        database().execute("UPDATE paycrypt_webhook_inbox SET attempts = 18, due_at = 0");

        try (LogLines log = new LogLines(Level.INFO)) {
            inbox().processDue(failing());
            makeDue();
            inbox().processDue(failing());

            assertThat(log.at(Level.SEVERE))
                    .satisfiesExactly(
                            kept -> assertThat(kept).contains("stays in the inbox", "order=O-1"),
                            exhausted ->
                                    assertThat(exhausted).contains("EXHAUSTED", "last attempt", "order=O-1", digest()));
        }
    }

    @Test
    void whatADeadProcessLeftHasNoErrorOfAnEarlierAttempt() throws SQLException {
        receive(failing(), delivery("O-1"));
        assertThat(inbox().pending().get(0).lastError()).isPresent();
        makeDue();

        List<Optional<String>> errors = new ArrayList<>();
        inbox().processDue(event -> {
            endLeases();
            errors.add(inbox().pending().get(0).lastError());
        });

        assertThat(errors).containsExactly(Optional.empty());
    }

    @Test
    void aCopyOfAFailedDeliveryIsHandled() {
        SignedWebhook delivery = delivery("O-1");
        receive(failing(), delivery);

        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aCopyOfOneBeingHandledIsToldSo() {
        SignedWebhook delivery = delivery("O-1");
        List<Integer> copies = new ArrayList<>();

        int first = receive(event -> copies.add(receive(recording(), delivery)), delivery);

        assertThat(first).isEqualTo(200);
        assertThat(copies).containsExactly(409);
        assertThat(handled).isEmpty();
    }

    @Test
    void whatAProcessDiedOverIsHandledOnceItsLeaseIsOver() throws SQLException {
        WebhookDelivery cutOff = open(delivery("O-1"));

        assertThat(inbox().pending()).isEmpty();
        assertThat(inbox().processDue(recording())).isZero();
        endLeases();
        assertThat(inbox().pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.lastError()).isEmpty());
        assertThat(inbox().processDue(recording())).isOne();
        assertThat(cutOff.failed(new IllegalStateException("late")).status()).isEqualTo(200);
        assertThat(inbox().pending()).isEmpty();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aLateHolderCannotConfirmWhatAnotherHolds() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        WebhookDelivery late = open(delivery);
        endLeases();
        WebhookDelivery current = open(delivery);

        assertThat(current.response()).isEmpty();
        assertThat(late.succeeded().status()).isEqualTo(200);
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED'"))
                .isZero();
        current.succeeded();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED'"))
                .isOne();
    }

    @Test
    void severalProcessesAtOnceHandleEachDeliveryOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            receive(failing(), delivery("O-" + i));
        }
        makeDue();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> inbox().processDue(recording())));
            }
            int taken = 0;
            for (Future<Integer> run : runs) {
                taken += run.get();
            }
            assertThat(taken).isEqualTo(20);
        } finally {
            threads.shutdown();
        }
        assertThat(handled).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aListenerSeesWhatBecomesOfAStoredDelivery() throws SQLException {
        List<String> seen = new ArrayList<>();
        WebhookListener listener = () -> new WebhookObserver() {
            @Override
            public void handled(WebhookEvent event) {
                seen.add("handled " + event.payment().orderId().orElseThrow());
            }

            @Override
            public void failed(WebhookEvent event, Throwable cause) {
                seen.add("failed " + cause.getMessage());
            }
        };
        receive(failing(), delivery("O-1"));

        makeDue();
        inbox().processDue(failing(), listener);
        makeDue();
        inbox().processDue(recording(), listener);
        assertThat(seen).containsExactly("failed no\nstock", "handled O-1");
    }

    @Test
    void anInterruptEndsARunAndStaysSet() throws SQLException {
        receive(failing(), delivery("O-1"));
        receive(failing(), delivery("O-2"));
        makeDue();

        int taken = inbox().processDue(event -> {
            throw new InterruptedException("stop");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(taken).isZero();
        assertThat(inbox().pending())
                .extracting(WebhookInbox.PendingDelivery::attempts)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void onlyWhatNoCopyCanBeAcceptedOfIsDeleted() throws SQLException {
        receive(recording(), delivery("O-1"));
        WebhookReceiver longAgo = WebhookReceiver.builder(WebhookVerifier.builder(CREDENTIALS)
                        .clock(Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC))
                        .build())
                .replayGuard(inbox())
                .handler(recording())
                .build();
        SignedWebhook old = WebhookSigner.of(
                        CREDENTIALS, Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC))
                .sign(body("O-2"));
        longAgo.receive("POST", old.headers()::get, old.body());
        receive(failing(), delivery("O-3"));

        assertThat(inbox().deleteHandled(Duration.ZERO))
                .as("kept by the database's clock, which the others know nothing of")
                .isZero();
        database().execute("UPDATE paycrypt_webhook_inbox SET expires_at = 0 WHERE order_id <> 'O-1'");
        assertThat(inbox().deleteHandled(Duration.ofHours(1))).isZero();
        assertThat(inbox().deleteHandled(Duration.ZERO)).isOne();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE order_id = 'O-2'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox")).isEqualTo(2);
    }

    @Test
    void whatSomeDatabasesRejectInATextIsStoredAllTheSame() throws SQLException {
        String order = "\\u0000\\ud800\\u00fc" + "x".repeat(500);

        assertThat(receive(
                        failing(),
                        signed("{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"" + order + "\"}}")))
                .isEqualTo(200);
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE order_id LIKE '%u0000%ud800%u00fcxxx%'"))
                .isOne();
    }

    @Test
    void aBodyOfTheLargestSizeIsStoredWhole() {
        byte[] large = ("{\"type\":\"payment.succeeded\",\"data\":\"" + "ü".repeat(500_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        receive(failing(), WebhookSigner.of(CREDENTIALS).sign(large));

        assertThat(inbox().pending().get(0).event().rawBody()).isEqualTo(large);
    }
}
