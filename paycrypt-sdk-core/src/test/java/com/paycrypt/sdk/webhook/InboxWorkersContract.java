package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What workers, sessions, names and the shop's own transactions mean to an inbox, on every database. */
abstract class InboxWorkersContract extends InboxFixture {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @BeforeEach
    void nothingIsDone() {
        done.clear();
    }

    private void record(WebhookEvent event) {
        done.add(event.payment().orderId().orElseThrow());
    }

    private String nextDone() throws InterruptedException {
        return done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void workersHandleWhatFailedOnceItIsDue() throws Exception {
        WebhookInbox inbox = inbox();
        receive(inbox, failing(), delivery("O-1"));
        WebhookWorkers workers = inbox.start(this::record);
        try (workers) {
            assertThat(inbox.retry(inbox.pending().get(0).digest())).isTrue();
            assertThat(nextDone()).isEqualTo("O-1");
        }
        assertThat(inbox.stats().pending()).isZero();
    }

    @Test
    void aDeliveryWaitsForTheEarlierOneOfItsSession() throws Exception {
        WebhookInbox inbox = inbox();
        WebhookWorkers workers = inbox.start(this::record);
        try (workers) {
            receive(inbox, failing(), ofSession("O-1", "ps_7"));
            assertThat(receive(inbox, this::record, ofSession("O-2", "ps_7"))).isEqualTo(200);
            assertThat(receive(inbox, this::record, ofSession("O-3", "ps_8"))).isEqualTo(200);
            assertThat(nextDone()).isEqualTo("O-3");
            assertThat(done).isEmpty();

            inbox.retry(inbox.pending().get(0).digest());
            assertThat(List.of(nextDone(), nextDone())).containsExactly("O-1", "O-2");
        }
    }

    @Test
    void ofOneSessionOneDeliveryIsInProgressAtATime() throws SQLException {
        InboxStore store = store();
        assertThat(store.insertInOrder(row("d1", "ps_7"), "t1")).isEqualTo(InsertOutcome.LEASED);
        assertThat(store.insertInOrder(row("d2", "ps_7"), "t2")).isEqualTo(InsertOutcome.ENQUEUED);
        assertThat(store.insertInOrder(row("d2", "ps_7"), "t3")).isEqualTo(InsertOutcome.PRESENT);
        assertThat(store.insertInOrder(row("d3", "ps_8"), "t4")).isEqualTo(InsertOutcome.LEASED);
        assertThat(claimAll("t5")).isEmpty();

        assertThat(store.complete("d1", "t1")).isTrue();
        assertThat(claimAll("t5")).containsExactly("d2");
        assertThat(store.fail("d2", "t5", "no stock")).isTrue();
        assertThat(store.insertInOrder(row("d4", "ps_7"), "t6")).isEqualTo(InsertOutcome.ENQUEUED);
        assertThat(claimAll("t7")).isEmpty();
    }

    /** Both saw nothing pending: what the lane excludes, the table must exclude. */
    @Test
    void aSessionsLaneIsTakenOnce() throws SQLException {
        InboxStore store = store();
        assertThat(store.insertInOrder(row("d1", "ps_7"), "t1")).isEqualTo(InsertOutcome.LEASED);
        assertThat(store.enqueue(row("d2", "ps_7"))).isEqualTo(InsertOutcome.ENQUEUED);

        assertThat(store.lease("d2", "t2")).isFalse();
        assertThat(store.complete("d1", "t1")).isTrue();
        assertThat(store.lease("d2", "t2")).isTrue();
    }

    /** A copy of the second was in progress when its process died; meanwhile the first failed, and is due again. */
    @Test
    void aDeadProcessDoesNotKeepTheLaneOfASession() throws SQLException {
        InboxStore store = store();
        assertThat(store.insertInOrder(row("d1", "ps_7"), "t1")).isEqualTo(InsertOutcome.LEASED);
        assertThat(store.insertInOrder(row("d2", "ps_7"), "t2")).isEqualTo(InsertOutcome.ENQUEUED);
        assertThat(store.fail("d1", "t1", "no stock")).isTrue();
        assertThat(store.lease("d2", "t2")).isTrue();
        assertThat(store.enqueue(row("d3", "ps_8"))).isEqualTo(InsertOutcome.ENQUEUED);
        endLeases();

        List<String> claimed = new ArrayList<>(claimAll("t3"));
        claimed.addAll(claimAll("t4"));
        assertThat(claimed).containsExactlyInAnyOrder("d1", "d3");
        assertThat(store.complete("d1", "t4") || store.complete("d1", "t3")).isTrue();
        assertThat(claimAll("t5")).containsExactly("d2");
    }

    private List<String> claimAll(String token) throws SQLException {
        List<String> claimed = new ArrayList<>();
        for (Selection selection : Selection.values()) {
            store().claimDue(selection, token, 10).forEach(row -> claimed.add(row.digest()));
        }
        return claimed;
    }

    static NewDelivery row(String digest, String session) {
        return new NewDelivery(digest, "pk_1", "payment.succeeded", "O-1", session, body("O-1"));
    }

    static SignedWebhook ofSession(String order, String session) {
        return WebhookSigner.of(CREDENTIALS).sign(body(order, session));
    }

    @Test
    void aHandlerThatHangsCostsItsWorkerAlone() throws Exception {
        WebhookInbox inbox = inbox();
        for (int i = 0; i < 12; i++) {
            receive(inbox, failing(), delivery("O-" + i));
        }
        makeDue();
        CountDownLatch end = new CountDownLatch(1);
        WebhookHandler hangsOnce = event -> {
            if (event.payment().orderId().orElseThrow().equals("O-0")) {
                end.await();
            }
            record(event);
        };
        WebhookWorkers workers = inbox.workers(hangsOnce).count(2).start();
        try (workers) {
            for (int i = 1; i < 12; i++) {
                assertThat(nextDone()).isNotNull().isNotEqualTo("O-0");
            }
            assertThat(inbox().processDue(this::record)).isZero();
            end.countDown();
            assertThat(nextDone()).isEqualTo("O-0");
        }
    }

    @Test
    void closingGivesBackWhatHasNotBegun() throws Exception {
        WebhookInbox inbox = inbox();
        for (int i = 0; i < 5; i++) {
            receive(inbox, failing(), delivery("O-" + i));
        }
        makeDue();
        CountDownLatch end = new CountDownLatch(1);
        WebhookWorkers workers = inbox.workers(event -> {
                    record(event);
                    end.await();
                })
                .count(1)
                .closeTimeout(Duration.ZERO)
                .start();
        String begun = nextDone();
        workers.close();

        assertThat(inbox().pending())
                .hasSize(4)
                .allSatisfy(given -> assertThat(given.attempts()).isOne())
                .noneSatisfy(
                        given -> assertThat(given.event().payment().orderId()).hasValue(begun));
        assertThat(inbox().processDue(this::record)).isEqualTo(4);
        end.countDown();
    }

    @Test
    void everythingThatIsDueIsHandledByOneCall() throws SQLException {
        for (int i = 0; i < 120; i++) {
            store().enqueue(row("d" + i, "ps_" + i));
        }

        assertThat(inbox().processDue(recording())).isEqualTo(120);
        assertThat(inbox().stats().pending()).isZero();
    }

    @Test
    void anInboxSeesItsOwnRowsAlone() throws SQLException {
        WebhookInbox a = WebhookInbox.jdbc(database().dataSource(), "shop-a");
        WebhookInbox b = WebhookInbox.jdbc(database().dataSource(), "shop-b");
        SignedWebhook delivery = delivery("O-1");
        receive(a, failing(), delivery);
        makeDue();
        String digest = a.pending().get(0).digest();

        assertThat(b.processDue(recording())).isZero();
        assertThat(b.pending()).isEmpty();
        assertThat(b.stats().pending()).isZero();
        assertThat(b.retry(digest)).isFalse();
        assertThat(b.discard(digest)).isFalse();
        assertThat(receive(b, recording(), delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
        assertThat(a.processDue(recording())).isOne();
        database().execute("UPDATE paycrypt_webhook_inbox SET due_at = 0, expires_at = 0 WHERE inbox = 'shop-a'");
        assertThat(b.deleteHandled(Duration.ZERO)).isZero();
        assertThat(a.deleteHandled(Duration.ZERO)).isOne();
    }

    @Test
    void theCountsTellWhatIsNotHandled() throws SQLException {
        assertThat(inbox().stats().oldestPending()).isEmpty();
        String exhausted = exhausted(delivery("O-1"));
        receive(failing(), delivery("O-2"));
        open(delivery("O-3"));
        receive(recording(), delivery("O-4"));
        database()
                .execute("UPDATE paycrypt_webhook_inbox SET received_at = received_at - 90000 WHERE order_id = 'O-2'");

        WebhookInbox.Stats stats = inbox().stats();

        assertThat(List.of(stats.pending(), stats.exhausted())).containsExactly(2L, 1L);
        assertThat(stats.oldestPending().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        assertThat(inbox().discard(exhausted)).isTrue();
        assertThat(inbox().stats().exhausted()).isZero();
    }

    @Test
    void whatIsCompletedInTheShopsTransactionIsHandledWithIt() throws SQLException {
        WebhookInbox inbox = inbox();
        AtomicInteger calls = new AtomicInteger();
        WebhookHandler ships = event -> {
            try (Connection shop = database().dataSource().getConnection()) {
                shop.setAutoCommit(false);
                inbox.complete(event, shop);
                ship(event, shop);
                if (calls.getAndIncrement() == 0) {
                    throw new IllegalStateException("after the effect");
                }
                shop.commit();
            }
        };

        receive(inbox, ships, delivery("O-1"));
        assertThat(shipped("O-1")).isZero();
        makeDue();
        assertThat(inbox.processDue(ships)).isOne();
        assertThat(shipped("O-1")).isOne();
        assertThat(inbox.stats().pending()).isZero();
    }

    @Test
    void whatIsCompletedAndNotCommittedIsProcessedAgain() throws SQLException {
        WebhookInbox inbox = inbox();
        WebhookHandler forgets = event -> {
            try (Connection shop = database().dataSource().getConnection()) {
                shop.setAutoCommit(false);
                inbox.complete(event, shop);
                ship(event, shop);
                shop.rollback();
            }
        };

        assertThat(receive(inbox, forgets, delivery("O-1"))).isEqualTo(200);
        makeDue();
        assertThat(inbox.processDue(forgets)).isZero();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.lastError().orElseThrow()).contains("is not committed"));
    }

    @Test
    void aDeliveryIsCompletedOnceAndOnlyInATransaction() throws SQLException {
        WebhookInbox inbox = inbox();
        WebhookEvent event = open(delivery("O-1")).event();
        try (Connection shop = database().dataSource().getConnection()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> inbox.complete(event, shop))
                    .withMessageContaining("auto-commit");
            shop.setAutoCommit(false);
            inbox.complete(event, shop);
            assertThatIllegalStateException()
                    .isThrownBy(() -> inbox.complete(event, shop))
                    .withMessageContaining("handled already");
            shop.rollback();
            database().execute("DELETE FROM paycrypt_webhook_inbox");
            assertThatIllegalStateException()
                    .isThrownBy(() -> inbox.complete(event, shop))
                    .withMessageContaining("not in this inbox");
            shop.rollback();
        }
    }

    @Test
    void aDeliveryTakesFewRoundTripsAndTwoConnections() {
        List<String> calls = new ArrayList<>();
        WebhookInbox inbox = WebhookInbox.jdbc(
                FaultyDataSource.by((call, connection) -> calls.add(call)).database(database()));
        WebhookHandler handler = inbox.inTransaction((event, connection) -> {});
        receive(inbox, handler, delivery("O-1"));
        calls.clear();

        assertThat(receive(inbox, handler, delivery("O-2"))).isEqualTo(200);

        assertThat(calls.stream().filter("getConnection"::equals)).hasSize(2);
        assertThat(calls.stream()
                        .filter(call ->
                                call.startsWith("execute") || call.equals("commit") || call.endsWith("Savepoint")))
                .hasSize(roundTrips());
    }

    /** For a delivery that is handled in a transaction. */
    int roundTrips() {
        return 4;
    }

    @Test
    void theKeyThatSignedIsStored() throws SQLException {
        receive(failing(), delivery("O-1"));
        makeDue();

        assertThat(inbox().pending().get(0).event().key()).isEqualTo("pk_1");
        assertThat(inbox().processDue(event -> assertThat(event.key()).isEqualTo("pk_1")))
                .isOne();
    }

    @Test
    void anEventWithoutIdsIsStored() {
        assertThat(receive(failing(), signed("{\"type\":\"payment.succeeded\"}")))
                .isEqualTo(200);

        assertThat(inbox().pending()).hasSize(1);
    }
}
