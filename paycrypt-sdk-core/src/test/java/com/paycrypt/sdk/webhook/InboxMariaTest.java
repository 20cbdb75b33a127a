package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
class InboxMariaTest extends InboxContract {
    private MariaDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        database = new MariaDatabase();
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

    @Override
    int roundTrips() {
        return 5;
    }

    @Test
    void whatAnotherCompletesWhileTheHandlerRunsHasItsEffectOnce() throws SQLException {
        WebhookInbox.Transaction overtaken = (event, connection) -> {
            ship(event, connection);
            database.execute("UPDATE paycrypt_webhook_inbox SET state = 'HANDLED'");
        };

        assertThat(receive(inbox().inTransaction(overtaken), delivery("O-1"))).isEqualTo(200);

        assertThat(shipped("O-1")).isZero();
        assertThat(inbox().pending()).isEmpty();
    }

    @Test
    void whatIsDeletedWhileTheHandlerRunsHasNoEffect() throws SQLException {
        WebhookInbox.Transaction deleted = (event, connection) -> {
            ship(event, connection);
            database.execute("DELETE FROM paycrypt_webhook_inbox");
        };

        assertThat(receive(inbox().inTransaction(deleted), delivery("O-1"))).isNotEqualTo(409);

        assertThat(shipped("O-1")).isZero();
    }

    @Test
    void anInsertThatWaitsForALockOnItsNeighbourIsStoredInTheEnd() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> received;
        try (Connection holder = database.dataSource().getConnection();
                PreparedStatement gap = holder.prepareStatement(
                        "SELECT digest FROM paycrypt_webhook_inbox WHERE inbox = 'default' FOR UPDATE")) {
            holder.setAutoCommit(false);
            gap.executeQuery().close();
            received = thread.submit(() -> receive(recording(), delivery("O-1")));
            awaitStatements("INSERT%", 1);
            holder.rollback();
        } finally {
            thread.shutdown();
        }
        assertThat(received.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
    }

    /** The database ends a deadlock by rolling back all that the handler wrote, and its lock with it. */
    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHandlerThatGoesOnAfterADeadlockHasNotHandled() throws Exception {
        database.execute("CREATE OR REPLACE TABLE stock (id INT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB");
        database.execute("INSERT INTO stock VALUES (1, 9), (2, 9)");
        AtomicInteger deadlocks = new AtomicInteger();
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            insert(other, IntStream.range(0, 100).mapToObj(i -> "heavy-" + i).toArray(String[]::new));
            update(other, 2);
            WebhookInbox.Transaction goesOn = (event, connection) -> {
                ship(event, connection);
                deadlocks.addAndGet(deadlock(connection, other));
            };

            assertThat(receive(inbox().inTransaction(goesOn), delivery("O-1"))).isEqualTo(200);
        }
        assertThat(deadlocks).hasValue(1);
        assertThat(shipped("O-1")).isZero();
        makeDue();
        assertThat(inbox().processDue(inbox().inTransaction(InboxContract::ship)))
                .isOne();
        assertThat(shipped("O-1")).isOne();
    }

    /** How often the first of two transactions that cross each other was undone. */
    private int deadlock(Connection first, Connection other) throws Exception {
        update(first, 1);
        Future<?> crossing = crossing(other);
        int undone = 0;
        try {
            update(first, 2);
        } catch (SQLException deadlock) {
            undone = 1;
        }
        crossing.get();
        return undone;
    }

    /** Another transaction that waits for the first row, and lets go of everything once it has it. */
    private Future<?> crossing(Connection other) throws SQLException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> crossing = thread.submit(() -> {
            update(other, 1);
            other.rollback();
            return null;
        });
        thread.shutdown();
        awaitStatements("UPDATE stock%", 1);
        return crossing;
    }

    /** Asks the server until as many connections run such a statement. */
    private void awaitStatements(String pattern, int many) throws SQLException {
        String running = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '" + pattern + "'";
        int found;
        do {
            found = count(running);
        } while (found < many);
    }

    private static void update(Connection connection, int id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE stock SET n = n - 1 WHERE id = ?")) {
            update.setInt(1, id);
            update.executeUpdate();
        }
    }

    /** Those that wait for the same key deadlock once it is free: the database undoes all but one of them. */
    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void copiesThatWaitForAnInsertThatIsRolledBackAreAnswered() throws Exception {
        SignedWebhook delivery = delivery("O-1");
        open(delivery);
        String digest = digest();
        database.execute("DELETE FROM paycrypt_webhook_inbox");
        List<Future<Integer>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Connection dying = database.dataSource().getConnection()) {
            dying.setAutoCommit(false);
            insert(dying, digest);
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> receive(recording(), delivery)));
            }
            awaitStatements("INSERT%", 4);
            dying.rollback();
        } finally {
            threads.shutdown();
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 409);
        }
        assertThat(handled).containsExactly("O-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORACLE", "EMPTY_STRING_IS_NULL", "ANSI", "TRADITIONAL", "NO_BACKSLASH_ESCAPES"})
    void everyModeOfTheServerServes(String mode) throws SQLException {
        database.execute("DROP TABLE paycrypt_webhook_inbox");
        WebhookInbox inbox =
                WebhookInbox.jdbc(new UrlDataSource(database.url() + "&sessionVariables=sql_mode='" + mode + "'"));

        assertThat(receive(inbox.createTable(), failing(), signed("{\"type\":\"payment.succeeded\"}")))
                .isEqualTo(200);
        assertThat(receive(inbox, inbox.inTransaction(InboxFixture::ship), delivery("O-1")))
                .isEqualTo(200);
        makeDue();
        assertThat(inbox.processDue(event -> {})).isOne();
        assertThat(shipped("O-1")).isOne();
    }
}
