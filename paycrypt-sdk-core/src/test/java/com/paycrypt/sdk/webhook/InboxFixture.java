package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.inbox.InboxStore;
import com.paycrypt.sdk.internal.inbox.jdbc.JdbcInboxStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A database with an empty inbox and an empty shop, and what tests of an inbox do with it. */
abstract class InboxFixture {
    /** How long a test waits for what must come: a bound on hanging, not on a machine's speed. */
    static final int PATIENCE_SECONDS = 300;

    static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    abstract Database database();

    @BeforeEach
    void anEmptyInboxAndAnEmptyShop() throws SQLException {
        handled.clear();
        database().execute("DROP TABLE IF EXISTS paycrypt_webhook_inbox");
        inbox().createTable().createTable();
        database().execute("DROP TABLE IF EXISTS shipped");
        database().execute("CREATE TABLE shipped (order_id VARCHAR(100) NOT NULL, session_id VARCHAR(100))");
    }

    final WebhookInbox inbox() {
        return WebhookInbox.jdbc(database().dataSource());
    }

    final InboxStore store() {
        return new JdbcInboxStore(database().dataSource(), "default", ReplayGuard.LEASE, ReplayGuard.RETENTION);
    }

    final WebhookHandler recording() {
        return event -> handled.add(event.payment().orderId().orElseThrow());
    }

    static WebhookHandler failing() {
        return event -> {
            throw new IOException("no\nstock");
        };
    }

    static void ship(WebhookEvent event, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO shipped (order_id, session_id) VALUES (?, ?)")) {
            insert.setString(1, event.payment().orderId().orElseThrow());
            insert.setString(2, event.payment().sessionId().orElseThrow());
            insert.executeUpdate();
        }
    }

    final String exhausted(SignedWebhook delivery) throws SQLException {
        receive(failing(), delivery);
        database().execute("UPDATE paycrypt_webhook_inbox SET attempts = 19, due_at = 0");
        inbox().processDue(failing());
        assertThat(inbox().pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.nextAttempt()).isEmpty());
        return inbox().pending().get(0).digest();
    }

    final int receive(WebhookHandler handler, SignedWebhook delivery) {
        return receive(inbox(), handler, delivery);
    }

    static int receive(WebhookInbox inbox, WebhookHandler handler, SignedWebhook delivery) {
        return WebhookReceiver.builder(CREDENTIALS)
                .replayGuard(inbox)
                .handler(handler)
                .maxBodySize(2 << 20)
                .build()
                .receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    /** Claimed by a thread that has ended, so that nobody renews the lease meanwhile. */
    final WebhookDelivery open(SignedWebhook delivery) {
        WebhookReceiver receiver =
                WebhookReceiver.builder(CREDENTIALS).replayGuard(inbox()).build();
        return CompletableFuture.supplyAsync(
                        () -> receiver.accept("POST", delivery.headers()::get, delivery.body()),
                        InboxFixture::runToItsEnd)
                .join();
    }

    private static void runToItsEnd(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        try {
            Await.end(thread);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static SignedWebhook delivery(String order) {
        return WebhookSigner.of(CREDENTIALS).sign(body(order));
    }

    static SignedWebhook signed(String json) {
        return WebhookSigner.of(CREDENTIALS).sign(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Each order has a session of its own: O-1 has ps_1. */
    static byte[] body(String order) {
        return body(order, order.replace("O-", "ps_"));
    }

    static byte[] body(String order, String session) {
        return ("{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"object\":{\"id\":\"" + session
                        + "\",\"order_id\":\"" + order + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Deliveries that were handled long ago. */
    final void storeOld(int many) throws SQLException {
        try (Connection connection = database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            insert(
                    connection,
                    IntStream.range(0, many).mapToObj(i -> "old-" + i).toArray(String[]::new));
            connection.commit();
        }
    }

    static void insert(Connection connection, String... digests) throws SQLException {
        String insert = "INSERT INTO paycrypt_webhook_inbox (inbox, digest, state, lane, due_at, attempts, received_at,"
                + " handled_at, expires_at, event_type, payload) VALUES ('default', ?, 'HANDLED', ?, ?, 1, 0, 0, 0, 't', ?)";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (int i = 0; i < digests.length; i++) {
                row.setString(1, digests[i]);
                row.setString(2, digests[i]);
                row.setLong(3, i);
                row.setBytes(4, body("old"));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** Of the one delivery that is not handled, which nobody holds any more. */
    final String digest() throws SQLException {
        endLeases();
        return inbox().pending().get(0).digest();
    }

    /** The time of the next attempt comes, without anybody waiting for it. */
    final void makeDue() throws SQLException {
        database().execute("UPDATE paycrypt_webhook_inbox SET due_at = 0 WHERE state <> 'HANDLED'");
    }

    /** A minute passes for whoever holds a delivery. */
    final void endLeases() throws SQLException {
        makeDue();
    }

    final int shipped(String order) throws SQLException {
        return count("SELECT COUNT(*) FROM shipped WHERE order_id = '" + order + "'");
    }

    final int count(String query) throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
