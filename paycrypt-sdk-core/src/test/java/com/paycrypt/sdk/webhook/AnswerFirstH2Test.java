package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.webhook.ReplayGuard.Claim;
import com.paycrypt.sdk.webhook.ReplayGuard.Ticket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Stored, answered, and then handled by workers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFirstH2Test extends InboxFixture {
    private H2Database database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new H2Database();
    }

    @AfterAll
    void stopTheServer() throws Exception {
        if (database != null) {
            database.remove();
        }
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void theResponseComesBeforeTheHandlerEndsAndTheWorkersHandleEachDeliveryOnce() throws Exception {
        WebhookInbox inbox = inbox();
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(20);
        WebhookHandler handler = event -> {
            answered.await();
            recording().handle(event);
            all.countDown();
        };
        WebhookWorkers workers = inbox.start(handler);
        try {
            WebhookReceiver receiver = receiver(inbox);
            for (int i = 0; i < 20; i++) {
                SignedWebhook delivery = delivery("O-" + i);
                assertThat(status(receiver, delivery)).isEqualTo(200);
                assertThat(status(receiver, delivery)).isEqualTo(200);
            }
            assertThat(handled).isEmpty();
            answered.countDown();
            assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            workers.close();
        }
        assertThat(handled).hasSize(20).doesNotHaveDuplicates();
        assertThat(inbox.stats().pending()).isZero();
    }

    @Test
    void whatIsStoredWithoutWorkersIsHandledByThoseOfAnotherProcess() {
        assertThat(status(receiver(inbox()), delivery("O-1"))).isEqualTo(200);
        assertThat(handled).isEmpty();

        assertThat(inbox().processDue(recording())).isOne();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aHandlerThatFailsIsTriedAgain() throws SQLException {
        status(receiver(inbox()), delivery("O-1"));

        assertThat(inbox().processDue(failing())).isZero();
        database().execute("UPDATE paycrypt_webhook_inbox SET due_at = 0");
        assertThat(inbox().processDue(recording())).isOne();
    }

    @Test
    void observersHearThatADeliveryIsStoredAndThatACopyOfAHandledOneIsRepeated() {
        List<String> heard = new ArrayList<>();
        WebhookReceiver receiver = WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox())
                .answerFirst()
                .listener(() -> new RecordingObserver(heard))
                .build();
        SignedWebhook delivery = delivery("O-1");

        status(receiver, delivery);
        status(receiver, delivery);
        inbox().processDue(recording());
        assertThat(status(receiver, delivery)).isEqualTo(200);

        assertThat(heard).containsExactly("stored", "ended", "stored", "ended", "repeated", "ended");
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aCopyOfOneThatIsBeingHandledIsAcknowledgedSinceItIsStored() {
        WebhookReceiver receiver = receiver(inbox());
        SignedWebhook delivery = delivery("O-1");
        status(receiver, delivery);
        List<Integer> copies = new ArrayList<>();

        inbox().processDue(event -> copies.add(status(receiver, delivery)));

        assertThat(copies).containsExactly(200);
        assertThat(inbox().processDue(recording())).isZero();
    }

    @Test
    void whereverTheDatabaseFailsThereIsNo200WithoutTheRow() throws SQLException {
        int calls = 0;
        int status = 0;
        while (status != 200) {
            calls++;
            database().execute("DELETE FROM paycrypt_webhook_inbox");
            status = statusOfFailureAt(calls);
            assertThat(status).isIn(200, 503);
            assertThat(status == 503 || count("SELECT COUNT(*) FROM paycrypt_webhook_inbox") == 1)
                    .as("failure at call " + calls)
                    .isTrue();
        }
        assertThat(calls).as("the failures that were tried").isGreaterThan(3);
    }

    private int statusOfFailureAt(int call) {
        AtomicInteger calls = new AtomicInteger();
        FaultyDataSource faulty = FaultyDataSource.by((name, connection) -> {
            if (!name.equals("close") && calls.incrementAndGet() == call) {
                throw new SQLException("the database is gone");
            }
        });
        return status(receiver(WebhookInbox.jdbc(faulty.database(database))), delivery("O-1"));
    }

    @Test
    void itNeedsAGuardThatStoresAndNoHandler() {
        WebhookReceiver.Builder inMemory = WebhookReceiver.builder(CREDENTIALS).answerFirst();
        assertThatIllegalArgumentException().isThrownBy(inMemory::build).withMessageContaining("WebhookInbox");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inMemory.replayGuard(ReplayGuard.inMemory()).build())
                .withMessageContaining("WebhookInbox");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> inMemory.replayGuard(inbox()).handler(recording()).build())
                .withMessageContaining("inbox.start(handler)");
    }

    @Test
    void onlyAReceiverThatAnswersFirstNeedsNoHandler() {
        SignedWebhook delivery = delivery("O-1");
        WebhookReceiver without =
                WebhookReceiver.builder(CREDENTIALS).replayGuard(inbox()).build();

        assertThat(receiver(inbox()).hasHandler()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> status(without, delivery));
    }

    @Test
    void aGuardThatDoesNotStoreRejects() {
        ReplayGuard memory = ReplayGuard.inMemory();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> memory.store(new Ticket(
                        WebhookVerifier.of(CREDENTIALS)
                                .verify(
                                        delivery("O-1").headers()::get,
                                        delivery("O-1").body()),
                        0)));
        assertThat(Claim.stored().token()).isEmpty();
    }

    private static WebhookReceiver receiver(WebhookInbox inbox) {
        return WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox)
                .answerFirst()
                .build();
    }

    private static int status(WebhookReceiver receiver, SignedWebhook delivery) {
        return receiver.receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }
}
