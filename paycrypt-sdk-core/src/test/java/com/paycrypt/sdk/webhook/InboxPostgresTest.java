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
