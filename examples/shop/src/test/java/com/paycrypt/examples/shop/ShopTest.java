package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.error.PayCryptException;
import com.paycrypt.sdk.money.Money;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

    private final Sandbox sandbox = Sandbox.start();
    private final PayCryptClient payCrypt = PayCryptClient.builder(
                    sandbox.baseUrl(), Credentials.of(sandbox.key(), sandbox.secret()))
            .build();
    private final Database database = Database.inMemory();
    private final Shop shop = new Shop(database, payCrypt);

    @AfterEach
    void close() {
        payCrypt.close();
        sandbox.close();
        database.close();
    }

    @Test
    void anOrderIsOpenUntilAnEventPaysIt() {
        Order order = kettle();

        assertThat(state(order)).isEqualTo(Order.State.OPEN);
        assertThat(shop.take(Events.paid(order)).verdict()).isEqualTo(Verdict.PAID);
        assertThat(state(order)).isEqualTo(Order.State.PAID);
    }

    @Test
    void manyEventsAtOncePayAnOrderOnce() throws Exception {
        Order order = kettle();
        Callable<Verdict> event = () -> shop.take(Events.paid(order)).verdict();
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
    void aPaymentOfSomethingElsePaysNothing(String amount, String currency) {
        Order order = kettle();

        TakenEvent event = shop.take(Events.of("payment.succeeded", order.id(), Money.of(amount, currency)));

        assertThat(event.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(state(order)).isEqualTo(Order.State.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"payment.failed, FAILED", "payment.pending, NOTED", "payment.invented, NOTED"})
    void anEventOfNoPaymentPaysNothing(String type, Verdict verdict) {
        Order order = kettle();

        assertThat(shop.take(Events.of(type, order.id(), order.total())).verdict())
                .isEqualTo(verdict);
        assertThat(state(order)).isEqualTo(Order.State.OPEN);
    }

    @Test
    void anEventOfAnUnknownOrderIsTakenAndListed() {
        shop.take(Events.of("payment.succeeded", "ORD-123", Money.of("49.00", "USD")));

        assertThat(shop.events())
                .containsExactly(
                        new TakenEvent("payment.succeeded", "ORD-123", null, "49.00 USD", Verdict.UNKNOWN_ORDER));
    }

    @Test
    void anOrderKeepsItsSession() {
        Order order = kettle();

        URI first = shop.checkout(order, ADDRESS);
        URI second = shop.checkout(shop.find(order.id()).orElseThrow(), ADDRESS);

        assertThat(second).isEqualTo(first);
        assertThat(sandbox.sessions()).hasSize(1);
    }

    @Test
    void anOrderOutlivesASessionThatCannotBeCreated() {
        Order order = kettle();
        sandbox.close();

        assertThatThrownBy(() -> shop.checkout(order, ADDRESS)).isInstanceOf(PayCryptException.class);
        assertThat(state(order)).isEqualTo(Order.State.OPEN);
    }

    @Test
    void whatIsNotSoldCannotBeOrdered() {
        assertThat(shop.order("moon")).isEmpty();
    }

    @Test
    void ordersInAFileOutliveTheShop(@TempDir Path directory) {
        Path file = directory.resolve("orders");
        Order order;
        try (Database before = Database.at(file)) {
            order = new Shop(before, payCrypt).order("mug").orElseThrow();
        }
        try (Database after = Database.at(file)) {
            assertThat(new Shop(after, payCrypt).find(order.id())).contains(order);
        }
    }

    private Order kettle() {
        return shop.order("kettle").orElseThrow();
    }

    private Order.State state(Order order) {
        return shop.find(order.id()).orElseThrow().state();
    }
}
