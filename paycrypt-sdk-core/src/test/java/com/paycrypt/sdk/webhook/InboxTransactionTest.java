package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Drivers that fail in the middle of a handler's transaction. */
class InboxTransactionTest extends InboxH2Fixture {
    @Test
    void aTransactionThatFailsIsRolledBackAndLeavesNothingOpen() throws SQLException {
        AtomicInteger commits = new AtomicInteger();
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals("commit") && commits.getAndIncrement() == 0) {
                throw new SQLException("the driver fails");
            }
        });
        WebhookInbox inbox = WebhookInbox.jdbc(driver.database(database));

        assertThat(receive(inbox, inbox.inTransaction(InboxFixture::ship), delivery("O-1")))
                .isEqualTo(200);
        assertThat(driver.open()).isZero();
        assertThat(shipped("O-1")).isZero();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(
                        pending -> assertThat(pending.lastError()).hasValue("java.sql.SQLException: the driver fails"));
    }

    @Test
    void whatFailedFirstIsToldThoughTheRollbackFailsAsWellAndTheConnectionIsGivenUp() {
        List<String> calls = new ArrayList<>();
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            calls.add(name);
            if (name.equals("commit") || name.equals("rollback")) {
                throw new SQLException(name + " fails");
            }
        });
        WebhookHandler handler = WebhookInbox.jdbc(driver.database(database)).inTransaction(InboxFixture::ship);
        WebhookEvent event = open(delivery("O-1")).event();

        assertThatThrownBy(() -> handler.handle(event))
                .hasMessage("commit fails")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                        .hasMessage("rollback fails"));
        assertThat(calls).endsWith("commit", "rollback", "abort", "close");
        assertThat(driver.open()).isZero();
    }

    @Test
    void anErrorOfTheRollbackCommitsNothing() throws SQLException {
        FaultyDataSource driver = FaultyDataSource.by((name, number) -> {
            if (name.equals("rollback")) {
                throw new OutOfMemoryError("in the driver");
            }
        });
        WebhookInbox inbox = WebhookInbox.jdbc(driver.database(database));

        receive(
                inbox,
                inbox.inTransaction((event, connection) -> {
                    ship(event, connection);
                    throw new IllegalStateException("after the effect");
                }),
                delivery("O-1"));

        assertThat(shipped("O-1")).isZero();
        assertThat(inbox.pending())
                .singleElement()
                .satisfies(kept -> assertThat(kept.lastError().orElseThrow()).contains("after the effect"));
    }
}
