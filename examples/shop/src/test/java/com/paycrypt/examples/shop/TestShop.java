package com.paycrypt.examples.shop;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop on a database in memory and a sandbox, whose webhooks are not delivered: tests make the events. */
final class TestShop implements AutoCloseable {
    final Sandbox sandbox =
            Sandbox.builder().deliverTo(to -> URI.create("http://127.0.0.1:1/")).start();
    final TestClock clock = new TestClock();
    final PayCryptClient payCrypt = PayCryptClient.builder(
                    sandbox.baseUrl(), Credentials.of(sandbox.key(), sandbox.secret()))
            .build();
    final Orders orders = new Orders(database());
    final Shop shop = new Shop(orders, payCrypt, clock, () -> URI.create("http://127.0.0.1:8080"));
    final Payments payments = new Payments(orders);
    final Reconciliation reconciliation = new Reconciliation(orders, payCrypt, clock);

    private static JdbcClient database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        JdbcClient database = JdbcClient.create(h2);
        database.sql(schema()).update();
        return database;
    }

    private static String schema() {
        try (InputStream file = TestShop.class.getResourceAsStream("/schema.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Order kettle() {
        return shop.order("kettle").orElseThrow();
    }

    Order again(Order order) {
        return shop.find(order.id()).orElseThrow();
    }

    Order.State state(Order order) {
        return again(order).state();
    }

    /** Sends the customer to the checkout and returns the id of the session. */
    String checkout(Order order) {
        return shop.checkout(again(order)).getPath().replace("/checkout/", "");
    }

    void advance(Duration time) {
        clock.advance(time);
        sandbox.advance(time);
    }

    @Override
    public void close() {
        payCrypt.close();
        sandbox.close();
    }
}
