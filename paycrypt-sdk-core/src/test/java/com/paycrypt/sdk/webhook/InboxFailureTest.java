package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes that meet in the middle of a step, and drivers that fail where it hurts. */
class InboxFailureTest extends InboxH2Fixture {
    @Test
    void aCopyThatIsStoredByAnotherInTheSameMomentIsToldSo() {
        SignedWebhook delivery = delivery("O-1");

        assertThat(receive(slower(delivery, 1), recording(), delivery)).isEqualTo(409);
        assertThat(handled).isEmpty();
    }

    @Test
    void aFailedDeliveryThatIsTakenByAnotherInTheSameMomentIsToldSo() {
        SignedWebhook delivery = delivery("O-1");
        receive(failing(), delivery);

        assertThat(receive(slower(delivery, 4), recording(), delivery)).isEqualTo(409);
        assertThat(handled).isEmpty();
    }

    /** Another process claims the delivery right before this one borrows so many connections. */
    private WebhookInbox slower(SignedWebhook delivery, int moment) {
        return WebhookInbox.jdbc(FaultyDataSource.by((call, connection) -> {
                    if (call.equals("getConnection") && connection == moment) {
                        assertThat(open(delivery).response()).isEmpty();
                    }
                })
                .database(database));
    }

    @Test
    void aDueDeliveryThatAnotherProcessTookIsLeftToIt() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        receive(failing(), delivery);
        makeDue();
        WebhookInbox slower = WebhookInbox.jdbc(FaultyDataSource.by((call, connection) -> {
                    if (call.equals("getConnection") && connection == 2) {
                        assertThat(inbox().processDue(recording())).isOne();
                    }
                })
                .database(database));

        assertThat(slower.processDue(recording())).isZero();
        assertThat(handled).containsExactly("O-1");
    }

    @Test
    void whatAnotherProcessGaveUpOrTookInTheSameMomentIsNotReportedAsExhausted() throws SQLException {
        open(delivery("O-1"));
        database.execute("UPDATE paycrypt_webhook_inbox SET attempts = 20, due_at = 0");
        WebhookInbox slower = WebhookInbox.jdbc(FaultyDataSource.by((call, connection) -> {
                    if (call.equals("getConnection") && connection == 3) {
                        inbox().processDue(recording());
                    }
                })
                .database(database));

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(slower.processDue(recording())).isZero();
            assertThat(log.at(Level.SEVERE)).singleElement().asString().contains("EXHAUSTED");
        }
    }

    @Test
    void anInterruptEndsADeletionAfterTheBatchItIsAtAndStaysSet() throws SQLException {
        storeOld(501);
        Thread.currentThread().interrupt();

        int deleted = inbox().deleteHandled(Duration.ZERO);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(deleted).isEqualTo(500);
        assertThat(inbox().deleteHandled(Duration.ZERO)).isOne();
    }

    @Test
    void aHandlerThatOutlastsItsLeaseIsWarnedOf() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        receive(failing(), delivery);
        makeDue();
        List<WebhookDelivery> copies = new ArrayList<>();

        try (LogLines log = new LogLines(Level.INFO)) {
            int taken = inbox().processDue(event -> {
                endLeases();
                copies.add(open(delivery));
            });

            assertThat(taken).isOne();
            assertThat(copies.get(0).response()).isEmpty();
            assertThat(log.at(Level.WARNING)).singleElement().asString().contains("only after its lease", "order=O-1");
        }
    }

    @Test
    void aHandlerInTimeIsNotWarnedOf() throws SQLException {
        receive(failing(), delivery("O-1"));
        makeDue();

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox().processDue(recording())).isOne();
            assertThat(log.at(Level.WARNING)).isEmpty();
            assertThat(log.at(Level.SEVERE)).isEmpty();
        }
    }

    @Test
    void aHandlerThatFailsIsLoggedWithTheOrder() throws SQLException {
        receive(failing(), delivery("O-1"));
        makeDue();

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox().processDue(failing())).isZero();
            assertThat(log.at(Level.SEVERE)).singleElement().asString().contains("stays in the inbox", "order=O-1");
        }
        assertThat(inbox().pending().get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aHandlerWhoseExceptionCannotBePrintedHoldsUpNoOtherDelivery() throws SQLException {
        receive(failing(), delivery("O-1"));
        receive(failing(), delivery("O-2"));
        makeDue();

        int taken = inbox().processDue(event -> {
            if (event.payment().orderId().orElseThrow().equals("O-1")) {
                throw new Unprintable();
            }
            recording().handle(event);
        });

        assertThat(taken).isOne();
        assertThat(handled).containsExactly("O-2");
        assertThat(inbox().pending().get(0).lastError())
                .hasValueSatisfying(error -> assertThat(error).contains("Unprintable, whose getMessage() failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "setAutoCommit, 1",
        "getAutoCommit, 1",
        "prepareStatement, 1",
        "setString, 1",
        "setBytes, 1",
        "executeUpdate, 1"
    })
    void aDriverThatFailsIsAnsweredWith503AndLeavesNothingOpen(String call, int connection) {
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals(call) && number == connection) {
                throw new SQLException("the driver fails");
            }
        });

        assertThat(receive(WebhookInbox.jdbc(driver.database(database)), recording(), delivery("O-1")))
                .isEqualTo(503);
        assertThat(driver.open()).isZero();
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"executeUpdate, 40001", "executeUpdate, 40P01", "executeQuery, 40001"})
    void whatTheDatabaseHasUndoneIsRunAgain(String call, String state) {
        Undoing undoing = new Undoing(call, state, 4);

        assertThat(receive(WebhookInbox.jdbc(undoing.database(database)), recording(), delivery("O-1")))
                .isEqualTo(200);
        assertThat(handled).containsExactly("O-1");
        assertThat(undoing.driver.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"40001, 5", "40003, 1", "08006, 1", ", 1"})
    void whatFailsForAnotherReasonOrTimeAndAgainIsAnsweredWith503(String state, int tries) {
        Undoing undoing = new Undoing("executeUpdate", state, Integer.MAX_VALUE);

        assertThat(receive(WebhookInbox.jdbc(undoing.database(database)), recording(), delivery("O-1")))
                .isEqualTo(503);
        assertThat(undoing.undone).isEqualTo(tries);
        assertThat(undoing.driver.open()).isZero();
    }

    /** A database that undoes the first statements. */
    private static final class Undoing {
        private final FaultyDataSource driver;
        private int times;
        private int undone;

        Undoing(String call, String state, int times) {
            this.times = times;
            this.driver = FaultyDataSource.by((name, connection) -> {
                if (name.equals(call) && undone < this.times) {
                    undone++;
                    throw new SQLException("in favour of another", state);
                }
            });
        }

        DataSource database(Database real) {
            return driver.database(real);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatWorksLeavesNothingOpen(int deliveries) {
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {});
        WebhookInbox inbox = WebhookInbox.jdbc(driver.database(database));

        for (int i = 0; i < deliveries; i++) {
            assertThat(receive(inbox, inbox.inTransaction(InboxFixture::ship), delivery("O-1")))
                    .isEqualTo(200);
        }
        assertThat(driver.open()).isZero();
    }

    @Test
    void whatWasStoredThoughTheDatabaseCouldNotSaySoIsHandled() {
        List<Integer> calls = new ArrayList<>();
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals("setAutoCommit") && number == 1) {
                calls.add(number);
                if (calls.size() == 2) {
                    throw new SQLException("the connection is lost", "08006");
                }
            }
        });

        assertThat(receive(WebhookInbox.jdbc(driver.database(database)), recording(), delivery("O-1")))
                .isEqualTo(200);
        assertThat(calls).hasSize(2);
        assertThat(handled).containsExactly("O-1");
        assertThat(inbox().pending()).isEmpty();
    }

    @Test
    void aRuleOfTheShopsOwnThatForbidsARowIsNoCopy() throws SQLException {
        database.execute("ALTER TABLE paycrypt_webhook_inbox ADD CHECK (order_id <> 'O-1')");

        assertThat(receive(recording(), delivery("O-1"))).isEqualTo(503);
        assertThat(receive(recording(), delivery("O-2"))).isEqualTo(200);
    }

    @Test
    void aDeletionThatTheDatabaseHasUndoneIsRunAgain() throws SQLException {
        storeOld(3);
        Undoing undoing = new Undoing("executeUpdate", "40001", 2);

        assertThat(WebhookInbox.jdbc(undoing.database(database)).deleteHandled(Duration.ZERO))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"false, 1, handled", "true, 0, failed"})
    void whatCannotBeRecordedIsToldWithItsOrderAndTheRestIsWorkedOn(boolean fails, int taken, String outcome)
            throws SQLException {
        receive(failing(), delivery("O-1"));
        makeDue();
        Undoing undoing = new Undoing("executeUpdate", "08006", 0);
        WebhookInbox inbox = WebhookInbox.jdbc(undoing.database(database));

        try (LogLines log = new LogLines(Level.INFO)) {
            int count = inbox.processDue(event -> {
                undoing.times = 1;
                if (fails) {
                    failing().handle(event);
                }
            });
            assertThat(count).isEqualTo(taken);
            assertThat(log.at(Level.SEVERE))
                    .first()
                    .asString()
                    .contains("webhook " + outcome + ", but the replay guard could not record it", "order=O-1");
        }
    }

    @Test
    void copiesUseUpNoAttempts() {
        SignedWebhook delivery = delivery("O-1");
        for (int i = 0; i < 25; i++) {
            receive(failing(), delivery);
        }

        assertThat(inbox().pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.attempts()).isOne());
    }

    @Test
    void aSchedulersTaskOutlivesADatabaseThatFails() throws SQLException {
        storeOld(1);
        receive(failing(), delivery("O-1"));
        makeDue();
        Undoing away = new Undoing("executeQuery", "08006", 2);
        WebhookInbox inbox = WebhookInbox.jdbc(away.database(database));

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox.processDue(recording())).isZero();
            assertThat(inbox.deleteHandled(Duration.ZERO)).isZero();
            assertThat(log.at(Level.SEVERE))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("failed on its database", "tried again"));
        }
        assertThat(inbox.processDue(recording())).isOne();
        assertThat(inbox.deleteHandled(Duration.ZERO)).isOne();
    }

    @Test
    void aDriverThatThrowsTheSameAgainIsToldAsWell() {
        SQLException same = new SQLException("closed", "08003");
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals("executeUpdate") || (name.equals("executeQuery") && number == 2)) {
                throw same;
            }
        });

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(receive(WebhookInbox.jdbc(driver.database(database)), recording(), delivery("O-1")))
                    .isEqualTo(503);
            assertThat(log.thrown())
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown).hasCause(same));
        }
    }

    @Test
    void whatCannotBeStoredNorLookedForIsToldWhole() {
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals("executeUpdate")) {
                throw new SQLException("disk full", "53100");
            }
            if (name.equals("executeQuery") && number == 2) {
                throw new SQLException("gone", "08006");
            }
        });

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(receive(WebhookInbox.jdbc(driver.database(database)), recording(), delivery("O-1")))
                    .isEqualTo(503);
            assertThat(log.thrown())
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown.getCause())
                            .hasMessage("disk full")
                            .satisfies(cause -> assertThat(cause.getSuppressed())
                                    .singleElement()
                                    .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                                    .hasMessage("gone")));
        }
    }
}
