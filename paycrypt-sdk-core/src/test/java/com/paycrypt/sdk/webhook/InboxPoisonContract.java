package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.paycrypt.sdk.internal.inbox.InboxStore.Selection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an inbox does with deliveries that nobody gets done, on every database. */
abstract class InboxPoisonContract extends InboxStorageContract {
    @Test
    void whatKillsEveryProcessThatHandlesItIsGivenUpAfterTwentyAttempts() throws SQLException {
        open(delivery("O-1"));
        for (int attempt = 2; attempt <= 20; attempt++) {
            assertThat(takeAndDie()).isTrue();
        }
        assertThat(takeAndDie()).isFalse();

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox().processDue(recording())).isZero();
            assertThat(log.at(Level.SEVERE)).singleElement().asString().contains("EXHAUSTED", "order=O-1", digest());
        }

        assertThat(handled).isEmpty();
        assertThat(inbox().pending()).singleElement().satisfies(exhausted -> {
            assertThat(exhausted.attempts()).isEqualTo(20);
            assertThat(exhausted.nextAttempt()).isEmpty();
        });
    }

    @Test
    void whatWasGivenUpIsTriedOnceMoreWhenAPersonSaysSo() throws SQLException {
        open(delivery("O-1"));
        useUpAttempts();
        inbox().processDue(recording());

        inbox().retry(digest());
        assertThat(takeAndDie()).isTrue();
        assertThat(inbox().processDue(recording())).isZero();
        assertThat(inbox().pending().get(0).nextAttempt()).isEmpty();
        inbox().retry(digest());
        assertThat(inbox().processDue(recording())).isOne();
    }

    @Test
    void aHolderThatWasGivenUpStillSaysThatItIsDone() throws SQLException {
        WebhookDelivery slow = open(delivery("O-1"));
        useUpAttempts();
        inbox().processDue(recording());

        slow.succeeded();

        assertThat(inbox().pending()).isEmpty();
        assertThat(handled).isEmpty();
    }

    @Test
    void aRowThatHoldsNoEventFailsByItselfAlone() throws SQLException {
        receive(failing(), delivery("O-1"));
        receive(failing(), delivery("O-2"));
        makeDue();
        spoil("O-1");

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox().processDue(recording())).isOne();
            assertThat(log.at(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .startsWith("webhook in the inbox cannot be read; see");
        }

        assertThat(handled).containsExactly("O-2");
        assertThat(inbox().pending()).singleElement().satisfies(spoilt -> {
            assertThat(spoilt.attempts()).isEqualTo(2);
            assertThat(spoilt.lastError().orElseThrow()).contains(spoilt.digest() + " no longer holds an event");
            assertThatIllegalStateException().isThrownBy(spoilt::event);
        });
    }

    @Test
    void aRowThatHoldsNoEventIsGivenUpAsAnyOther() throws SQLException {
        open(delivery("O-1"));
        spoil("O-1");
        useUpAttempts();

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox().processDue(recording())).isZero();
            assertThat(log.at(Level.SEVERE)).singleElement().asString().contains("and is EXHAUSTED", digest());
        }
        assertThat(inbox().pending())
                .singleElement()
                .satisfies(exhausted -> assertThat(exhausted.nextAttempt()).isEmpty());
    }

    @Test
    void aHandlerThatHangsInItsTransactionHoldsUpNothingElse() throws Exception {
        SignedWebhook hanging = delivery("O-1");
        open(hanging);
        String digest = digest();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection transaction = database().dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            lock(transaction, digest);
            receive(failing(), delivery("O-2"));
            inbox().retry(inbox().pending().get(1).digest());

            assertThat(await(thread, () -> inbox().processDue(recording()))).isOne();
            assertThat(await(thread, () -> receive(recording(), hanging))).isEqualTo(409);
            assertThat(await(thread, () -> inbox().retry(digest))).isFalse();
            transaction.rollback();
        } finally {
            thread.shutdown();
        }
        assertThat(inbox().processDue(recording())).isOne();
        assertThat(handled).containsExactly("O-2", "O-1");
    }

    private static void lock(Connection transaction, String digest) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(
                "SELECT digest FROM paycrypt_webhook_inbox WHERE inbox = 'default' AND digest = ? FOR UPDATE")) {
            lock.setString(1, digest);
            lock.executeQuery().close();
        }
    }

    /** Waits long for what must come at once: how fast a shared machine is proves nothing. */
    private static <T> T await(ExecutorService thread, Callable<T> task) throws Exception {
        return thread.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A process that takes what is due and is never heard of again. */
    private boolean takeAndDie() throws SQLException {
        endLeases();
        boolean taken = Stream.of(Selection.values())
                        .mapToInt(selection -> claim(selection))
                        .sum()
                > 0;
        endLeases();
        return taken;
    }

    private int claim(Selection selection) {
        try {
            return store().claimDue(selection, "a token", 1).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void useUpAttempts() throws SQLException {
        database().execute("UPDATE paycrypt_webhook_inbox SET attempts = 20, due_at = 0");
    }

    /** The first row that is claimed holds no event any more. */
    private void spoil(String order) throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE paycrypt_webhook_inbox SET due_at = -1, payload = ? WHERE order_id = ?")) {
            update.setBytes(1, "{\"type\":".getBytes(StandardCharsets.UTF_8));
            update.setString(2, order);
            update.executeUpdate();
        }
    }
}
