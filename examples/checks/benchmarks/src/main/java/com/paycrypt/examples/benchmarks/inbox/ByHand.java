package com.paycrypt.examples.benchmarks.inbox;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The floor: the least that a shop can write for itself. One insert, then effect and completion in one transaction; a
 * backlog in batches that are locked, shipped and completed in one transaction each. No leases, no order, no attempts.
 */
final class ByHand implements Contestant {
    private static final int THREADS = 8;
    private static final int BATCH = 50;
    private static final String DUE =
            "SELECT id, order_id FROM by_hand WHERE NOT handled ORDER BY id LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED";

    private final Shop shop;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile boolean isClosed;

    ByHand(Shop shop) {
        this.shop = shop;
    }

    @Override
    public void createTables() throws SQLException {
        shop.execute("DROP TABLE IF EXISTS by_hand");
        shop.execute(
                "CREATE TABLE by_hand (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, digest VARCHAR(64) NOT NULL"
                        + " UNIQUE, order_id VARCHAR(100), payload BYTEA NOT NULL, handled BOOLEAN NOT NULL)");
        shop.execute("CREATE INDEX by_hand_due ON by_hand (id) WHERE NOT handled");
    }

    @Override
    public boolean storeHandled(int many) throws SQLException {
        store("old", true, many);
        return true;
    }

    @Override
    public void storeBacklog(int many) throws SQLException {
        store("due", false, many);
    }

    private void store(String prefix, boolean handled, int many) throws SQLException {
        shop.execute("INSERT INTO by_hand (digest, order_id, payload, handled) SELECT '" + prefix
                + "-' || i, 'O-' || i, convert_to(repeat('x', 300), 'UTF8'), " + handled + " FROM generate_series(1, "
                + many + ") i");
    }

    @Override
    public void startWorkers() {
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::work);
        }
    }

    private void work() {
        try {
            while (!isClosed && batch() > 0) {
                // The next one.
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int batch() throws SQLException {
        try (Connection connection = shop.pool.getConnection()) {
            connection.setAutoCommit(false);
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement due = connection.prepareStatement(DUE);
                    ResultSet rows = due.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    Shop.ship(connection, rows.getString(2));
                }
            }
            complete(connection, ids);
            connection.commit();
            connection.setAutoCommit(true);
            return ids.size();
        }
    }

    private static void complete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE by_hand SET handled = TRUE WHERE id = ANY(?)")) {
            update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            update.executeUpdate();
        }
    }

    @Override
    public void deliver(int number) throws SQLException {
        SignedWebhook delivery = shop.signed(number);
        String order = shop.verified(delivery);
        String digest = delivery.headers().toString().hashCode() + "-" + number;
        insert(digest, order, delivery.body());
        handle(digest, order);
    }

    private void insert(String digest, String order, byte[] body) throws SQLException {
        String insert = "INSERT INTO by_hand (digest, order_id, payload, handled) VALUES (?, ?, ?, FALSE)";
        try (Connection connection = shop.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, digest);
            statement.setString(2, order);
            statement.setBytes(3, body);
            statement.executeUpdate();
        }
    }

    private void handle(String digest, String order) throws SQLException {
        try (Connection connection = shop.pool.getConnection()) {
            connection.setAutoCommit(false);
            Shop.ship(connection, order);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE by_hand SET handled = TRUE WHERE digest = ?")) {
                update.setString(1, digest);
                update.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        threads.shutdownNow();
    }
}
