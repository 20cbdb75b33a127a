package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.model.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders whose webhook never came. */
class ReconciliationTest {
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aCompletedSessionWithoutWebhookPutsItsOrderIntoReview() {
        Order order = test.kettle();
        test.sandbox.customer(test.checkout(order)).pays();

        test.reconciliation.run();
        assertThat(test.state(order)).as("too early").isEqualTo(Order.State.OPEN);
        test.clock.advance(Duration.ofMinutes(3));
        test.reconciliation.run();

        assertThat(test.state(order)).isEqualTo(Order.State.IN_REVIEW);
    }

    @Test
    void aWebhookThatComesAfterAllPaysTheOrder() {
        Order order = test.kettle();
        String session = test.checkout(order);
        test.sandbox.customer(session).pays();
        test.clock.advance(Duration.ofMinutes(3));
        test.reconciliation.run();

        test.payments.take(Events.of("payment.succeeded", order, session));

        assertThat(test.state(order)).isEqualTo(Order.State.PAID);
    }

    @Test
    void aFailedSessionIsReplacedAtTheNextCheckout() {
        Order order = test.kettle();
        String failed = test.checkout(order);
        test.sandbox.customer(failed).fails();
        test.clock.advance(Duration.ofMinutes(3));

        test.reconciliation.run();

        assertThat(test.again(order).session()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anUnpaidSessionStaysWhateverTheServerCanSay(Dialect dialect) {
        test.sandbox.dialect(dialect);
        Order order = test.kettle();
        test.checkout(order);
        test.clock.advance(Duration.ofMinutes(3));

        test.reconciliation.run();

        assertThat(test.state(order)).isEqualTo(Order.State.OPEN);
        assertThat(test.again(order).session()).isPresent();
    }

    @Test
    void aServerThatDoesNotRespondIsAskedAgainLater() {
        Order order = test.kettle();
        test.checkout(order);
        test.clock.advance(Duration.ofMinutes(3));
        test.sandbox.close();

        test.reconciliation.run();
        assertThat(test.orders.unsettled(
                        test.clock.instant(), test.clock.instant().minus(Duration.ofMinutes(10)), 9))
                .as("not at once")
                .isEmpty();
        test.clock.advance(Duration.ofMinutes(11));

        assertThat(test.orders.unsettled(
                        test.clock.instant(), test.clock.instant().minus(Duration.ofMinutes(10)), 9))
                .hasSize(1);
    }
}
