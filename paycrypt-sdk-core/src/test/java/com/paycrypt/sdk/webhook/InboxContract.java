package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an inbox does on every database. */
abstract class InboxContract {
    static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    abstract Database database();

    @BeforeEach
    void anEmptyInboxAndAnEmptyShop() throws SQLException {
        handled.clear();
        inbox().createTable();
        database().execute("DROP TABLE paycrypt_webhook_inbox");
        inbox().createTable().createTable();
        database().execute("DROP TABLE IF EXISTS shipped");
        database().execute("CREATE TABLE shipped (order_id VARCHAR(100) NOT NULL, session_id VARCHAR(100))");
    }

    @Test
    void aDeliveryIsStoredAndHandledOnce() throws SQLException {
        SignedWebhook delivery = delivery("O-1");

        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(receive(recording(), delivery)).isEqualTo(200);

        assertThat(handled).containsExactly("O-1");
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'DONE' AND order_id = 'O-1'"
                        + " AND event_type = 'payment.succeeded' AND session_id = 'ps_1' AND attempts = 1"))
                .isOne();
    }

    @Test
    void whatAHandlerFailedOnIsKeptAndHandledAgainWhenItIsDue() throws SQLException {
        assertThat(receive(failing(), delivery("O-1"))).isEqualTo(200);

        assertThat(inbox().redeliver(recording())).isZero();
        makeDue();
        assertThat(inbox().redeliver(recording())).isOne();
        makeDue();
        assertThat(inbox().redeliver(recording())).isZero();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void whatIsUnhandledCanBeLookedAt() throws SQLException {
        receive(failing(), delivery("O-1"));
        receive(recording(), delivery("O-2"));

        assertThat(inbox().unhandled()).singleElement().satisfies(unhandled -> {
            assertThat(unhandled.event().payment().orderId()).hasValue("O-1");
            assertThat(unhandled.event().rawBody()).isEqualTo(body("O-1"));
            assertThat(unhandled.attempts()).isEqualTo(1);
            assertThat(unhandled.lastError()).hasValue("java.io.IOException: no\\u000astock");
            assertThat(unhandled.receivedAt())
                    .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(30));
            assertThat(unhandled.nextAttempt().orElseThrow())
                    .isBetween(
                            unhandled.receivedAt().plusSeconds(29),
                            unhandled.receivedAt().plusSeconds(60));
            assertThat(unhandled).hasToString("Unhandled[" + unhandled.digest() + ", attempts=1]");
        });
    }

    @Test
    void theWaitDoublesWithEachFailureUpToAnHour() throws SQLException {
        receive(failing(), delivery("O-1"));
        List<Long> waits = new ArrayList<>();
        for (int attempt = 2; attempt < 20; attempt++) {
            makeDue();
            assertThat(inbox().redeliver(failing())).isZero();
            WebhookInbox.Unhandled unhandled = inbox().unhandled().get(0);
            assertThat(unhandled.attempts()).isEqualTo(attempt);
            waits.add(Duration.between(Instant.now(), unhandled.nextAttempt().orElseThrow())
                    .plusSeconds(5)
                    .toMinutes());
        }
        assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);

        makeDue();
        inbox().redeliver(failing());
        assertThat(inbox().unhandled().get(0).nextAttempt()).isEmpty();
    }

    @Test
    void whatIsStuckWaitsForAPerson() throws SQLException {
        String digest = stuck(delivery("O-1"));

        makeDue();
        assertThat(inbox().redeliver(recording())).isZero();
        assertThat(inbox().retry(digest)).isTrue();
        assertThat(inbox().redeliver(recording())).isOne();
        assertThat(inbox().retry(digest)).isFalse();
        assertThat(inbox().retry("unknown")).isFalse();
    }

    @Test
    void whatWasDealtWithByHandIsNeverHandled() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        String digest = stuck(delivery);

        assertThat(inbox().close(digest)).isTrue();
        assertThat(inbox().close(digest)).isFalse();
        assertThat(inbox().unhandled()).isEmpty();
        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(handled).isEmpty();
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
    void aCopyOfOneInATransactionIsToldSoWithoutWaitingForIt() {
        SignedWebhook delivery = delivery("O-1");
        List<Integer> copies = new ArrayList<>();

        receive(inbox().inTransaction((event, connection) -> copies.add(receive(recording(), delivery))), delivery);

        assertThat(copies).containsExactly(409);
    }

    @Test
    void whatAProcessDiedOverIsHandledOnceItsLeaseIsOver() throws SQLException {
        WebhookDelivery cutOff = open(delivery("O-1"));

        assertThat(inbox().unhandled()).isEmpty();
        assertThat(inbox().redeliver(recording())).isZero();
        endLeases();
        assertThat(inbox().unhandled())
                .singleElement()
                .satisfies(unhandled -> assertThat(unhandled.lastError()).isEmpty());
        assertThat(inbox().redeliver(recording())).isOne();
        assertThat(cutOff.failed(new IllegalStateException("late")).status()).isEqualTo(200);
        assertThat(inbox().unhandled()).isEmpty();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aLateHolderCannotConfirmWhatAnotherHolds() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        WebhookDelivery late = open(delivery);
        endLeases();
        WebhookDelivery current = open(delivery);

        assertThat(current.answer()).isEmpty();
        assertThat(late.succeeded().status()).isEqualTo(200);
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'DONE'"))
                .isZero();
        current.succeeded();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'DONE'"))
                .isOne();
    }

    @Test
    void theEffectOfATransactionIsThereWithItsRecordOrNotAtAll() throws SQLException {
        WebhookInbox inbox = inbox();
        WebhookHandler shipsAndFails = inbox.inTransaction((event, connection) -> {
            ship(event, connection);
            throw new IllegalStateException("after the effect");
        });

        receive(shipsAndFails, delivery("O-1"));
        assertThat(shipped("O-1")).isZero();
        makeDue();
        assertThat(inbox.redeliver(inbox.inTransaction(InboxContract::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void aTransactionIsNotRunTwiceWhoeverHoldsTheDelivery() throws SQLException {
        WebhookInbox inbox = inbox();
        WebhookHandler ships = inbox.inTransaction(InboxContract::ship);
        WebhookHandler shipsTwice = event -> {
            ships.handle(event);
            ships.handle(event);
        };

        assertThat(receive(shipsTwice, delivery("O-1"))).isEqualTo(200);
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void aTransactionNeedsTheInboxAsGuard() {
        WebhookHandler handler = inbox().inTransaction(InboxContract::ship);
        WebhookReceiver withoutInbox =
                WebhookReceiver.builder(CREDENTIALS).handler(handler).build();
        SignedWebhook delivery = delivery("O-1");

        assertThat(withoutInbox
                        .receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(500);
    }

    @Test
    void fortyCopiesAtOnceReachTheHandlerOnce() throws Exception {
        SignedWebhook delivery = delivery("O-1");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return receive(inbox().inTransaction(InboxContract::ship), delivery);
                }));
            }
            start.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void severalRedeliveriesAtOnceHandleEachDeliveryOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            receive(failing(), delivery("O-" + i));
        }
        makeDue();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> inbox().redeliver(recording())));
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
    void anInterruptEndsARedeliveryAndStaysSet() throws SQLException {
        receive(failing(), delivery("O-1"));
        receive(failing(), delivery("O-2"));
        makeDue();

        int taken = inbox().redeliver(event -> {
            throw new InterruptedException("stop");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(taken).isZero();
        assertThat(inbox().unhandled())
                .extracting(WebhookInbox.Unhandled::attempts)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void onlyWhatNoCopyCanBeAcceptedOfIsDeleted() throws SQLException {
        receive(recording(), delivery("O-1"));
        WebhookReceiver longAgo = WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox())
                .handler(recording())
                .clock(Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC))
                .build();
        SignedWebhook old = WebhookSigner.of(
                        CREDENTIALS, Clock.fixed(Instant.ofEpochSecond(1723650000), ZoneOffset.UTC))
                .sign(body("O-2"));
        longAgo.receive("POST", old.headers()::get, old.body());
        receive(failing(), delivery("O-3"));

        assertThat(inbox().deleteHandled(Duration.ofHours(1))).isZero();
        assertThat(inbox().deleteHandled(Duration.ZERO)).isOne();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE order_id = 'O-2'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox")).isEqualTo(2);
    }

    @Test
    void whatSomeDatabasesRefuseInATextIsStoredAllTheSame() throws SQLException {
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

        assertThat(inbox().unhandled().get(0).event().rawBody()).isEqualTo(large);
    }

    @Test
    void aPoolWithoutAutoCommitServesAsWell() throws Exception {
        try (Connection connection = database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            WebhookInbox inbox = WebhookInbox.jdbc(SharedConnection.pool(connection));
            SignedWebhook delivery = delivery("O-1");

            assertThat(receive(inbox, inbox.inTransaction(InboxContract::ship), delivery))
                    .isEqualTo(200);

            assertThat(shipped("O-1")).isOne();
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void aReadOnlyDatabaseIsAnsweredWith503() throws Exception {
        SignedWebhook delivery = delivery("O-1");

        database()
                .readOnly(readOnly -> assertThat(receive(WebhookInbox.jdbc(readOnly), recording(), delivery))
                        .isEqualTo(503));
        assertThat(handled).isEmpty();
        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aMissingTableIsAnsweredWith503AndExplained() throws SQLException {
        database().execute("DROP TABLE paycrypt_webhook_inbox");

        assertThat(receive(recording(), delivery("O-1"))).isEqualTo(503);
        assertThatIllegalStateException()
                .isThrownBy(() -> inbox().unhandled())
                .withMessageContaining("createTable()")
                .withCauseInstanceOf(SQLException.class);
    }

    @Test
    void aDatabaseThatIsAwayIsAnsweredWith503AndServesAgainWhenItIsBack() throws Exception {
        SignedWebhook delivery = delivery("O-1");
        database().stop();
        try {
            assertThat(receive(recording(), delivery)).isEqualTo(503);
        } finally {
            database().start();
        }
        assertThat(handled).isEmpty();
        assertThat(receive(recording(), delivery)).isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void aDatabaseThatGoesAwayDuringATransactionLosesNothingAndDoesNothingTwice() throws Exception {
        WebhookInbox inbox = inbox();
        WebhookHandler shipsWhileTheDatabaseGoes = inbox.inTransaction((event, connection) -> {
            ship(event, connection);
            database().stop();
        });
        int answer;
        try {
            answer = receive(shipsWhileTheDatabaseGoes, delivery("O-1"));
        } finally {
            database().start();
        }

        assertThat(answer).isEqualTo(200);
        assertThat(shipped("O-1")).isZero();
        endLeases();
        assertThat(inbox.redeliver(inbox.inTransaction(InboxContract::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }

    private WebhookInbox inbox() {
        return WebhookInbox.jdbc(database().dataSource());
    }

    private WebhookHandler recording() {
        return event -> handled.add(event.payment().orderId().orElseThrow());
    }

    private static WebhookHandler failing() {
        return event -> {
            throw new IOException("no\nstock");
        };
    }

    static void ship(WebhookEvent event, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO shipped (order_id, session_id) VALUES (?, ?)")) {
            insert.setString(1, event.payment().orderId().orElseThrow());
            insert.setString(2, event.payment().sessionId().orElseThrow());
            insert.executeUpdate();
        }
    }

    private String stuck(SignedWebhook delivery) throws SQLException {
        receive(failing(), delivery);
        database().execute("UPDATE paycrypt_webhook_inbox SET attempts = 19, due_at = 0");
        inbox().redeliver(failing());
        assertThat(inbox().unhandled())
                .singleElement()
                .satisfies(unhandled -> assertThat(unhandled.nextAttempt()).isEmpty());
        return inbox().unhandled().get(0).digest();
    }

    private int receive(WebhookHandler handler, SignedWebhook delivery) {
        return receive(inbox(), handler, delivery);
    }

    private static int receive(WebhookInbox inbox, WebhookHandler handler, SignedWebhook delivery) {
        return WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox)
                .handler(handler)
                .maxBodySize(2 << 20)
                .build()
                .receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    private WebhookDelivery open(SignedWebhook delivery) {
        return WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox())
                .build()
                .open("POST", delivery.headers()::get, delivery.body());
    }

    static SignedWebhook delivery(String order) {
        return WebhookSigner.of(CREDENTIALS).sign(body(order));
    }

    private static SignedWebhook signed(String json) {
        return WebhookSigner.of(CREDENTIALS).sign(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(String order) {
        return ("{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"object\":{\"id\":\"ps_1\",\"order_id\":\""
                        + order + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The time of the next attempt comes, without anybody waiting for it. */
    private void makeDue() throws SQLException {
        database().execute("UPDATE paycrypt_webhook_inbox SET due_at = 0");
    }

    /** A minute passes for whoever holds a delivery. */
    private void endLeases() throws SQLException {
        makeDue();
    }

    private int shipped(String order) throws SQLException {
        return count("SELECT COUNT(*) FROM shipped WHERE order_id = '" + order + "'");
    }

    private int count(String query) throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
