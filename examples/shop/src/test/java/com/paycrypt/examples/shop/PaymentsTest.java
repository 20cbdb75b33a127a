package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop makes of verified events. */
class PaymentsTest {
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void anOrderIsOpenUntilAnEventPaysIt() {
        Order order = test.kettle();

        assertThat(test.state(order)).isEqualTo(Order.State.OPEN);
        assertThat(test.payments.take(Events.paid(order)).verdict()).isEqualTo(Verdict.PAID);
        assertThat(test.state(order)).isEqualTo(Order.State.PAID);
    }

    @Test
    void manyEventsAtOncePayAnOrderOnce() throws Exception {
        Order order = test.kettle();
        Callable<Verdict> event = () -> test.payments.take(Events.paid(order)).verdict();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        List<Verdict> verdicts = new ArrayList<>();
        for (Future<Verdict> verdict : threads.invokeAll(Collections.nCopies(40, event))) {
            verdicts.add(verdict.get());
        }
        threads.shutdown();

        assertThat(verdicts).hasSize(40).containsOnly(Verdict.PAID, Verdict.ALREADY_PAID);
        assertThat(verdicts).containsOnlyOnce(Verdict.PAID);
    }

    @ParameterizedTest
    @CsvSource({"48.99, USD", "49.01, USD", "49.00, EUR"})
    void aPaymentOfSomethingElseIsLookedIntoAndNotAskedForAgain(String amount, String currency) {
        Order order = test.kettle();

        TakenEvent event =
                test.payments.take(Events.of("payment.succeeded", order.id(), "ps_1", Money.of(amount, currency)));

        assertThat(event.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(test.state(order)).isEqualTo(Order.State.IN_REVIEW);
        assertThat(test.shop.attention()).containsExactly(event);
    }

    @ParameterizedTest
    @CsvSource({"payment.failed, FAILED", "payment.pending, NOTED", "payment.invented, NOTED"})
    void anEventOfNoPaymentPaysNothing(String type, Verdict verdict) {
        Order order = test.kettle();

        assertThat(test.payments.take(Events.of(type, order, "ps_1")).verdict()).isEqualTo(verdict);
        assertThat(test.state(order)).isEqualTo(Order.State.OPEN);
    }

    @Test
    void aSecondPaymentFromAnotherSessionIsReported() {
        Order order = test.kettle();
        test.payments.take(Events.of("payment.confirmed", order, "ps_1"));

        TakenEvent again = test.payments.take(Events.of("payment.confirmed", order, "ps_1"));
        TakenEvent second = test.payments.take(Events.of("payment.confirmed", order, "ps_2"));

        assertThat(again.verdict()).isEqualTo(Verdict.ALREADY_PAID);
        assertThat(second.verdict()).isEqualTo(Verdict.PAID_TWICE);
        assertThat(test.shop.attention()).containsExactly(second);
    }

    @Test
    void thePendingPaymentOfASessionIsShownAndItsFailureOpensTheOrderAgain() {
        Order order = test.kettle();
        String session = test.checkout(order);

        test.payments.take(Events.of("payment.pending", order, session));
        assertThat(test.state(order)).isEqualTo(Order.State.PENDING);
        assertThat(test.checkout(order)).isEqualTo(session);
        test.payments.take(Events.of("payment.failed", order, session));

        assertThat(test.again(order)).isEqualTo(order);
    }

    @Test
    void whatComesTooLateChangesNothing() {
        Order order = test.kettle();
        String session = test.checkout(order);
        test.payments.take(Events.of("payment.confirmed", order, session));

        test.payments.take(Events.of("payment.pending", order, session));
        test.payments.take(Events.of("payment.failed", order, session));

        assertThat(test.state(order)).isEqualTo(Order.State.PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORD-123", "", "' or '1'='1", "a\\u0000b", "ORD-00000000-0000-0000-0000-000000000000"})
    void anEventOfAnUnknownOrderIsTakenAndListed(String id) {
        TakenEvent event =
                test.payments.take(Events.of("payment.succeeded", id, "ps_\\u0000", Money.of("49.00", "USD")));

        assertThat(event.verdict()).isEqualTo(Verdict.UNKNOWN_ORDER);
        assertThat(test.shop.events()).containsExactly(event);
        assertThat(event.toString()).doesNotContain("\0");
    }

    @Test
    void aLongTextIsShortened() {
        String text = "x".repeat(5000);

        TakenEvent event = test.payments.take(Events.of(text, text, text, Money.of("49.00", "USD")));

        assertThat(event.type()).hasSize(200);
        assertThat(test.shop.events()).containsExactly(event);
    }
}
