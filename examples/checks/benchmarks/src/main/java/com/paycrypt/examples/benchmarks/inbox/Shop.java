package com.paycrypt.examples.benchmarks.inbox;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What all contestants share: the pool, the deliveries and their effect, one row of an order that is shipped. */
final class Shop implements AutoCloseable {
    static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private static final int CONNECTIONS = 20;

    final HikariDataSource pool;
    private final WebhookSigner signer = WebhookSigner.of(CREDENTIALS);
    private final WebhookVerifier verifier = WebhookVerifier.of(CREDENTIALS);
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    Shop(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
    }

    void createTable() throws SQLException {
        execute("DROP TABLE IF EXISTS shipped");
        execute("CREATE TABLE shipped (order_id VARCHAR(100) NOT NULL)");
    }

    static byte[] body(int number) {
        return ("{\"created\":1723650000,\"data\":{\"object\":{\"customer_email\":\"ann@example.com\",\"fiat_amount\":49.0,"
                        + "\"fiat_currency\":\"USD\",\"id\":\"ps_" + number + "\",\"order_id\":\"O-" + number
                        + "\",\"status\":\"succeeded\"}},\"id\":\"evt_" + number + "\",\"type\":\"payment.succeeded\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    SignedWebhook signed(int number) {
        return signer.sign(body(number));
    }

    /** Returns the order of a delivery that is genuine, for those who have no receiver. */
    String verified(SignedWebhook delivery) {
        return verifier.verify(delivery.headers()::get, delivery.body())
                .payment()
                .orderId()
                .orElseThrow();
    }

    static void ship(Connection connection, String order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO shipped (order_id) VALUES (?)")) {
            insert.setString(1, order);
            insert.executeUpdate();
        }
    }

    /** Returns what ends when the effect of a delivery is committed, for queues that work on threads of their own. */
    CompletableFuture<Void> await(String order) {
        return awaited.computeIfAbsent(order, key -> new CompletableFuture<>());
    }

    void shipped(String order) {
        CompletableFuture<Void> done = awaited.remove(order);
        if (done != null) {
            done.complete(null);
        }
    }

    int execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    long count(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
