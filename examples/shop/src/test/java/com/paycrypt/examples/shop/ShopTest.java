package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sdk.error.PayCryptException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders and their sessions. */
class ShopTest {
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void anOrderKeepsItsSession() {
        Order order = test.kettle();

        assertThat(test.checkout(order)).isEqualTo(test.checkout(order));
        assertThat(test.sandbox.sessions()).hasSize(1);
    }

    @Test
    void aSessionThatExpiredIsReplaced() {
        Order order = test.kettle();
        String expired = test.checkout(order);

        test.advance(Duration.ofHours(1));

        assertThat(test.checkout(order)).isNotEqualTo(expired).isEqualTo(test.checkout(order));
    }

    @Test
    void aSessionThatFailedIsReplaced() {
        Order order = test.kettle();
        String failed = test.checkout(order);
        test.sandbox.customer(failed).fails();

        test.payments.take(Events.of("payment.failed", order, failed));

        assertThat(test.checkout(order)).isNotEqualTo(failed);
    }

    @Test
    void aFailureOfAnOldSessionLeavesTheNewOne() {
        Order order = test.kettle();
        String old = test.checkout(order);
        test.advance(Duration.ofHours(1));
        String current = test.checkout(order);

        test.payments.take(Events.of("payment.failed", order, old));

        assertThat(test.checkout(order)).isEqualTo(current);
    }

    @Test
    void checkoutsAtTheSameTimeEndInOneSession() throws Exception {
        test.sandbox.dialect(Dialect.OLDER); // which makes a session of every request
        Order order = test.kettle();
        Callable<String> checkout = () -> test.shop.checkout(order).getPath();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        Set<String> pages = new HashSet<>();
        for (Future<String> page : threads.invokeAll(Collections.nCopies(8, checkout))) {
            pages.add(page.get());
        }
        threads.shutdown();

        assertThat(pages).containsExactly("/checkout/" + test.checkout(order));
        assertThat(test.sandbox.sessions()).extracting(Session::id).contains(test.checkout(order));
    }

    @Test
    void anOrderOutlivesASessionThatCannotBeCreated() {
        Order order = test.kettle();
        test.sandbox.close();

        assertThatThrownBy(() -> test.shop.checkout(order)).isInstanceOf(PayCryptException.class);
        assertThat(test.again(order)).isEqualTo(order);
    }

    @Test
    void whatIsNotSoldCannotBeOrdered() {
        assertThat(test.shop.order("moon")).isEmpty();
        assertThat(test.shop.newest()).isEmpty();
    }

    @Test
    void theNewestOrderIsListedFirst() {
        Order first = test.kettle();
        test.clock.advance(Duration.ofSeconds(1));
        Order second = test.shop.order("mug").orElseThrow();

        assertThat(test.shop.newest()).extracting(Order::id).containsExactly(second.id(), first.id());
    }
}
