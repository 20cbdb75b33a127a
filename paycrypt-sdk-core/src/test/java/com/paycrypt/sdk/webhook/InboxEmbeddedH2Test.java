package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H2 in the shop's own process, as small shops and tests have it. */
class InboxEmbeddedH2Test {
    /** The last of the steps at which a shop can be killed before it answers. */
    private static final String LAST = "5";

    @Test
    void whatWasHandledIsOnTheDiskWhenTheProcessIsKilled(@TempDir Path directory) throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("shop") + ";WRITE_DELAY=0";
        UrlDataSource database = new UrlDataSource(url);
        WebhookInbox.jdbc(database).createTable();
        execute(database, "CREATE TABLE shipped (order_id VARCHAR(100) NOT NULL, session_id VARCHAR(100))");

        KilledShops.readAndKill(KilledShops.launch(url + ";DB_CLOSE_DELAY=-1", "O-1", LAST));

        assertThat(count(database, "shipped")).isOne();
        assertThat(count(database, "paycrypt_webhook_inbox")).isOne();
        assertThat(WebhookInbox.jdbc(database).pending()).isEmpty();
    }

    static List<String> modes() {
        return List.of(
                "Regular",
                "Strict",
                "Legacy",
                "DB2",
                "Derby",
                "HSQLDB",
                "MSSQLServer",
                "MariaDB",
                "MySQL",
                "Oracle",
                "PostgreSQL");
    }

    @ParameterizedTest
    @MethodSource("modes")
    void everyCompatibilityModeServes(String mode) throws Exception {
        UrlDataSource database = new UrlDataSource("jdbc:h2:mem:" + mode + ";MODE=" + mode + ";DB_CLOSE_DELAY=-1");
        WebhookInbox inbox = WebhookInbox.jdbc(database).createTable();

        assertThat(InboxFixture.receive(inbox, InboxFixture.failing(), InboxFixture.delivery("O-1")))
                .isEqualTo(200);
        assertThat(InboxFixture.receive(
                        inbox, InboxFixture.failing(), InboxFixture.signed("{\"type\":\"payment.succeeded\"}")))
                .as("an event without an order and a session")
                .isEqualTo(200);
        assertThat(inbox.pending()).hasSize(2);
        assertThat(inbox.stats().pending()).isEqualTo(2);
        WebhookWorkers workers = inbox.start(event -> {});
        try (workers) {
            assertThat(InboxFixture.receive(inbox, event -> {}, InboxFixture.delivery("O-2")))
                    .isEqualTo(200);
        }
        execute(database, "UPDATE paycrypt_webhook_inbox SET due_at = 0");
        assertThat(inbox.processDue(inbox.inTransaction((event, connection) -> {})))
                .isEqualTo(2);
        assertThat(inbox.pending()).isEmpty();
        execute(database, "UPDATE paycrypt_webhook_inbox SET expires_at = 0, due_at = 0");
        assertThat(inbox.deleteHandled(Duration.ZERO)).isEqualTo(3);
        execute(database, "SHUTDOWN");
    }

    private static void execute(UrlDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(UrlDataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
