package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an inbox makes of transactions and of databases that fail, on every database. */
abstract class InboxStorageContract extends InboxWorkersContract {
    @Test
    void aCopyOfOneInATransactionIsToldSoWithoutWaitingForIt() {
        SignedWebhook delivery = delivery("O-1");
        List<Integer> copies = new ArrayList<>();

        receive(inbox().inTransaction((event, connection) -> copies.add(receive(recording(), delivery))), delivery);

        assertThat(copies).containsExactly(409);
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
        assertThat(inbox.processDue(inbox.inTransaction(InboxContract::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void theEffectOfATransactionThatCannotBeRolledBackIsNotThere() throws SQLException {
        WebhookInbox inbox = WebhookInbox.jdbc(SharedConnection.failingToRollBack(database()));

        receive(
                inbox,
                inbox.inTransaction((event, connection) -> {
                    ship(event, connection);
                    throw new IllegalStateException("after the effect");
                }),
                delivery("O-1"));

        assertThat(shipped("O-1")).isZero();
        // Leased or pending: the database may not have noticed yet that the connection is gone, and holds the row until
        // then.
        assertThat(inbox().stats().pending()).isOne();
    }

    @Test
    void whatAHandlerRollsBackItselfIsNotDone() throws SQLException {
        WebhookInbox inbox = inbox();

        receive(
                inbox.inTransaction((event, connection) -> {
                    ship(event, connection);
                    connection.rollback();
                }),
                delivery("O-1"));

        assertThat(shipped("O-1")).isZero();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.lastError().orElseThrow()).contains("was rolled back while"));
        makeDue();
        assertThat(inbox.processDue(inbox.inTransaction(InboxContract::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void whatIsDoneIsNotHandledAgainAndWhatIsNotThereIsAMistake() throws Exception {
        WebhookHandler ships = inbox().inTransaction(InboxContract::ship);
        List<WebhookEvent> events = new ArrayList<>();
        receive(
                event -> {
                    events.add(event);
                    ships.handle(event);
                },
                delivery("O-1"));

        ships.handle(events.get(0));
        assertThat(shipped("O-1")).isOne();
        database().execute("DELETE FROM paycrypt_webhook_inbox");
        assertThatIllegalStateException()
                .isThrownBy(() -> ships.handle(events.get(0)))
                .withMessageContaining("not in this inbox");
        assertThat(shipped("O-1")).isOne();
    }

    @Test
    void severalProcessesCreateTheTableAtOnce() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                database().execute("DROP TABLE paycrypt_webhook_inbox");
                CyclicBarrier together = new CyclicBarrier(4);
                Callable<Integer> starting =
                        () -> together.await() + inbox().createTable().pending().size();
                for (Future<Integer> started : processes.invokeAll(Collections.nCopies(4, starting))) {
                    assertThat(started.get()).isBetween(0, 3);
                }
            }
        } finally {
            processes.shutdown();
        }
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
    void oldDeliveriesAreDeletedAndNewOnesTakenWhileAHandlerHoldsItsRow() throws Exception {
        storeOld(1200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Integer> whileHeld = new ArrayList<>();
        WebhookHandler slow = inbox().inTransaction((event, connection) -> {
            Future<Integer> deleted = threads.submit(() -> inbox().deleteHandled(Duration.ofMinutes(1)));
            for (int i = 0; i < 20; i++) {
                SignedWebhook fresh = delivery("fresh-" + i);
                whileHeld.add(
                        threads.submit(() -> receive(recording(), fresh)).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            whileHeld.add(deleted.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        });
        try {
            receive(slow, delivery("O-1"));
        } finally {
            threads.shutdown();
        }
        assertThat(whileHeld).hasSize(21).startsWith(200).endsWith(1200);
        assertThat(handled).hasSize(20);
        assertThat(count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED'"))
                .isEqualTo(21);
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
    void aPoolThatRejectsInterruptedThreadsIsToldWhatBecameOfTheDelivery() throws SQLException {
        WebhookInbox inbox = WebhookInbox.jdbc(SharedConnection.rejectingInterrupted(database()));
        WebhookHandler interrupted = event -> {
            throw new InterruptedException("stop");
        };

        receive(inbox, interrupted, delivery("O-1"));
        assertThat(Thread.interrupted()).isTrue();
        makeDue();
        inbox.processDue(interrupted);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inbox.pending()).singleElement().satisfies(pending -> {
            assertThat(pending.attempts()).isEqualTo(2);
            assertThat(pending.lastError()).hasValue("java.lang.InterruptedException: stop");
        });
        makeDue();
        assertThat(inbox.processDue(event -> Thread.currentThread().interrupt()))
                .isOne();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void onlyTheHolderConfirmsOrReleases() {
        WebhookInbox inbox = inbox();
        ReplayGuard.Ticket ticket = ticket("O-1");
        Exception cause = new IllegalStateException("no stock");
        String token = inbox.claim(ticket).token().orElseThrow();

        assertThat(inbox.release(ticket, "another's", cause)).isFalse();
        assertThat(inbox.confirm(ticket, "another's")).isFalse();
        assertThat(inbox.release(ticket, token, cause)).isTrue();
        assertThat(inbox.confirm(ticket, token)).isFalse();

        String second = inbox.claim(ticket).token().orElseThrow();
        assertThat(inbox.confirm(ticket, second)).isTrue();
        assertThat(inbox.confirm(ticket, second)).isTrue();
        assertThat(inbox.release(ticket, second, cause)).isFalse();
        assertThat(inbox.claim(ticket).state()).isEqualTo(ReplayGuard.Claim.State.ALREADY_HANDLED);
    }

    @Test
    void whatATransactionRecordedIsConfirmed() throws Exception {
        WebhookInbox inbox = inbox();
        ReplayGuard.Ticket ticket = ticket("O-1");
        String token = inbox.claim(ticket).token().orElseThrow();
        inbox.inTransaction(InboxContract::ship).handle(ticket.event());

        assertThat(inbox.confirm(ticket, "another's")).isFalse();
        assertThat(inbox.confirm(ticket, token)).isTrue();
        assertThat(inbox.release(ticket, token, new IllegalStateException("late")))
                .isFalse();
        assertThat(shipped("O-1")).isOne();
    }

    private static ReplayGuard.Ticket ticket(String order) {
        SignedWebhook delivery = delivery(order);
        WebhookEvent event = WebhookVerifier.of(CREDENTIALS).verify(delivery.headers()::get, delivery.body());
        return new ReplayGuard.Ticket(event, Instant.now().getEpochSecond());
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
                .isThrownBy(() -> inbox().pending())
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
        assertThat(inbox.processDue(inbox.inTransaction(InboxContract::ship))).isOne();
        assertThat(shipped("O-1")).isOne();
    }
}
