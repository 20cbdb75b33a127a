package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.InboxStore.InsertOutcome;
import com.paycrypt.sdk.internal.inbox.NewDelivery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxPostgresTest extends InboxContract {
    private PostgresDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new PostgresDatabase();
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

    /** It found nothing stored yet, and stores while the first one's handler holds the row in its transaction. */
    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCopyThatIsStoredInTheSameMomentDoesNotWaitForTheHandler() {
        InboxStore table = store();
        List<InsertOutcome> stored = new ArrayList<>();

        receive(
                inbox().inTransaction((event, connection) -> stored.add(table.insert(
                        new NewDelivery(event.digest(), "pk_1", "t", "O-1", "ps_1", event.rawBody()),
                        "another token"))),
                delivery("O-1"));

        assertThat(stored).containsExactly(InsertOutcome.PRESENT);
    }

    /** The completion and the commit are one. */
    @Override
    int roundTrips() {
        return 3;
    }

    /** Both are sent together, in ways that differ by what the driver is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prepareThreshold=1",
                "preferQueryMode=simple",
                "preferQueryMode=extendedForPrepared",
                "autosave=always"
            })
    void completionAndCommitAreOneHoweverTheDriverSendsThem(String setting) throws SQLException {
        WebhookInbox inbox = WebhookInbox.jdbc(new UrlDataSource(database.url() + '&' + setting));
        WebhookHandler shipping = inbox.inTransaction(InboxFixture::ship);
        WebhookHandler rollingBack = inbox.inTransaction((event, connection) -> {
            ship(event, connection);
            connection.rollback();
        });

        for (String order : List.of("O-1", "O-2", "O-3")) {
            assertThat(receive(inbox, shipping, delivery(order))).isEqualTo(200);
            assertThat(shipped(order)).isOne();
        }
        assertThat(inbox.stats().pending()).isZero();
        receive(inbox, rollingBack, delivery("O-4"));

        assertThat(shipped("O-4")).isZero();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.lastError().orElseThrow()).contains("was rolled back while"));
    }

    /** A deferred constraint is checked by the commit alone. */
    @Test
    void aCommitThatFailsIsAFailedAttempt() throws SQLException {
        database.execute("ALTER TABLE shipped ADD CONSTRAINT once UNIQUE (order_id) DEFERRABLE INITIALLY DEFERRED");
        database.execute("INSERT INTO shipped (order_id) VALUES ('O-1')");
        WebhookInbox inbox = inbox();

        receive(inbox, inbox.inTransaction(InboxFixture::ship), delivery("O-1"));

        assertThat(shipped("O-1")).isOne();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.lastError().orElseThrow()).contains("once"));
        database.execute("DELETE FROM shipped");
        makeDue();
        assertThat(inbox.processDue(inbox.inTransaction(InboxFixture::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void anAccountThatMustNotCreateTablesFindsTheTableThere() throws SQLException {
        database.execute("DROP ROLE IF EXISTS clerk");
        database.execute("CREATE ROLE clerk LOGIN");
        database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON paycrypt_webhook_inbox TO clerk");
        try {
            WebhookInbox inbox =
                    WebhookInbox.jdbc(new UrlDataSource(database.url().replace("user=shop", "user=clerk")));

            assertThat(receive(inbox.createTable(), recording(), delivery("O-1")))
                    .isEqualTo(200);
        } finally {
            database.execute("DROP OWNED BY clerk");
        }
    }

    private void createCounter() throws SQLException {
        database.execute("CREATE TABLE IF NOT EXISTS counter (n INT NOT NULL)");
        database.execute("DELETE FROM counter");
        database.execute("INSERT INTO counter VALUES (0)");
    }

    /** Both read before either writes: the database lets one of them commit, and the other runs again at once. */
    @Test
    void aTransactionThatCannotBeSerializedIsRunAgainAtOnce() throws Exception {
        createCounter();
        WebhookInbox inbox = WebhookInbox.jdbc(
                new UrlDataSource(database.url() + "&options=-c%20default_transaction_isolation=serializable"));
        CountDownLatch bothHaveRead = new CountDownLatch(2);
        AtomicInteger calls = new AtomicInteger();
        WebhookHandler counts = inbox.inTransaction((event, connection) -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT n FROM counter").close();
                calls.incrementAndGet();
                bothHaveRead.countDown();
                bothHaveRead.await();
                statement.executeUpdate("UPDATE counter SET n = n + 1");
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = threads.submit(() -> receive(inbox, counts, delivery("O-1")));
            Future<Integer> second = threads.submit(() -> receive(inbox, counts, delivery("O-2")));
            assertThat(first.get()).isEqualTo(200);
            assertThat(second.get()).isEqualTo(200);
        } finally {
            threads.shutdown();
        }
        assertThat(calls.get()).isGreaterThan(2);
        assertThat(count("SELECT n FROM counter")).isEqualTo(2);
        assertThat(inbox().stats().pending()).isZero();
    }

    /** What is handled has no place in the indexes that receivers and workers search. */
    @Test
    void theCostDoesNotGrowWithWhatIsHandled() throws SQLException {
        storeOld(5000);
        receive(failing(), delivery("O-1"));
        database.execute("ANALYZE paycrypt_webhook_inbox");

        assertThat(
                        count(
                                "SELECT CAST(SUM(c.reltuples) AS INT) FROM pg_class c WHERE c.relname IN"
                                        + " ('paycrypt_webhook_inbox_due', 'paycrypt_webhook_inbox_session', 'paycrypt_webhook_inbox_lane')"))
                .isBetween(0, 10);
        assertThat(plan(
                        "SELECT i.digest FROM paycrypt_webhook_inbox i WHERE i.inbox = 'default' AND i.state = 'PENDING'"
                                + " AND i.due_at <= 1 ORDER BY i.due_at LIMIT 50"))
                .contains("paycrypt_webhook_inbox_due");
        assertThat(plan("SELECT 1 FROM paycrypt_webhook_inbox o WHERE o.inbox = 'default' AND o.session_id = 'ps_1'"
                        + " AND o.state IN ('PENDING', 'LEASED')"))
                .contains("paycrypt_webhook_inbox_session");
    }

    private String plan(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN " + query)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
