package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.internal.inbox.InboxRuntime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases by a time source that the test moves: of this process by its own, of the table by its rows. */
class InboxLeaseTest extends InboxH2Fixture {
    private final AtomicLong nanos = new AtomicLong();
    private final List<BooleanSupplier> ticking = new ArrayList<>();
    private WebhookInbox inbox;

    @BeforeEach
    void anInboxWithATimeOfItsOwn() {
        ticking.clear();
        AtomicLong tokens = new AtomicLong();
        inbox = new WebhookInbox(
                store(),
                new InboxRuntime(nanos::get, ticking::add, () -> "t" + tokens.incrementAndGet(), Runnable::run));
    }

    /** Time passes for this process and for the table, and the ticker ticks. */
    private void pass(Duration time) throws SQLException {
        nanos.addAndGet(time.toNanos());
        database.execute(
                "UPDATE paycrypt_webhook_inbox SET due_at = due_at - " + time.toMillis() + " WHERE state = 'LEASED'");
        tick();
    }

    private boolean tick() {
        assertThat(ticking).hasSizeLessThanOrEqualTo(1);
        return ticking.get(0).getAsBoolean();
    }

    @Test
    void aSlowHandlerOfAReceiverKeepsItsDeliveryAndIsNamedEachMinute() {
        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(receive(inbox, this::runsFor200Seconds, delivery("O-1"))).isEqualTo(200);
            assertThat(log.at(Level.WARNING))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains("still runs after", "order=O-1", "session=ps_1"))
                    .first()
                    .asString()
                    .contains("after 60 s");
        }
        assertThat(inbox.stats().pending()).isZero();
        assertThat(handled).isEmpty();
    }

    @Test
    void aSlowHandlerOfTheInboxKeepsItsDelivery() throws SQLException {
        receive(inbox, failing(), delivery("O-1"));
        makeDue();

        try (LogLines log = new LogLines(Level.INFO)) {
            assertThat(inbox.processDue(this::runsFor200Seconds)).isOne();
            assertThat(log.at(Level.WARNING)).hasSize(3);
        }
        assertThat(handled).isEmpty();
    }

    /** Ten times, another process looks for something to do. */
    private void runsFor200Seconds(WebhookEvent event) throws SQLException {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(20));
            assertThat(inbox().processDue(recording())).isZero();
        }
    }

    @Test
    void whatNoHandlerCanReportAnyMoreIsTakenOver() throws SQLException {
        SignedWebhook delivery = delivery("O-1");
        WebhookDelivery forgotten = WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox)
                .build()
                .accept("POST", delivery.headers()::get, delivery.body());
        pass(Duration.ofSeconds(20));
        pass(Duration.ofMinutes(60));
        pass(Duration.ofSeconds(61));

        assertThat(inbox().processDue(recording())).isOne();
        assertThat(forgotten.response()).isEmpty();
    }

    @Test
    void theTickerStopsAMinuteAfterTheLastLeaseAndStartsAgainWithTheNext() {
        receive(inbox, recording(), delivery("O-1"));
        int ticks = 1;
        while (tick()) {
            ticks++;
        }
        assertThat(ticks).isEqualTo(60);
        ticking.clear();

        receive(inbox, recording(), delivery("O-2"));
        assertThat(ticking).hasSize(1);
        assertThat(tick()).isTrue();
    }

    /** The only worker handles one delivery for ever: what it has claimed besides belongs to others after five seconds. */
    @Test
    void whatNoWorkerIsFreeForIsGivenBack() throws SQLException {
        receive(inbox, failing(), delivery("O-1"));
        receive(inbox, failing(), delivery("O-2"));
        makeDue();
        List<Integer> taken = new ArrayList<>();

        int handledHere = inbox.processDue(event -> {
            nanos.addAndGet(Duration.ofSeconds(4).toNanos());
            tick();
            taken.add(inbox().processDue(recording()));
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            tick();
            taken.add(inbox().processDue(recording()));
        });

        assertThat(handledHere).isOne();
        assertThat(taken).containsExactly(0, 1);
        assertThat(handled).hasSize(1);
    }
}
