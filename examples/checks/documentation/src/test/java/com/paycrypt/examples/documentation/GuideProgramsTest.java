package com.paycrypt.examples.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole programs of the guides do what those say. */
@Timeout(300)
class GuideProgramsTest {
    private static final String PAID = "{\"type\":\"payment.succeeded\","
            + "\"data\":{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\"}}";

    @Test
    void theFirstShopShipsWhatIsPaid() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Process shop = start(sandbox);
            try (BufferedReader lines = shop.inputReader(UTF_8)) {
                String line = lines.readLine();
                assertThat(line).startsWith("pay at " + sandbox.baseUrl() + "/checkout/");

                sandbox.customer(line.substring(line.lastIndexOf('/') + 1)).pays();

                assertThat(lines.readLine()).isEqualTo("ship ORD-123");
            } finally {
                shop.destroyForcibly().waitFor();
            }
        }
    }

    private static Process start(Sandbox sandbox) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FirstShop.class.getName());
        builder.environment().put("PAYCRYPT_BASE_URL", sandbox.baseUrl());
        builder.environment().put("PAYCRYPT_KEY", sandbox.key());
        builder.environment().put("PAYCRYPT_SECRET", sandbox.secret());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void theShopWithAnInboxMarksAnOrderAsPaid() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:inbox-guide");
        Credentials credentials = Credentials.of("pk_test", "sk_test");
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE orders (id VARCHAR(64), status VARCHAR(10), amount DECIMAL(18,2),"
                    + " currency VARCHAR(5))");
            statement.execute("INSERT INTO orders VALUES ('ORD-123', 'open', 49.00, 'USD')");

            try (InboxShop shop = new InboxShop(database, credentials)) {
                SignedWebhook delivery = WebhookSigner.of(credentials).sign(PAID.getBytes(UTF_8));
                assertThat(shop.receiver()
                                .receive("POST", delivery.headers()::get, delivery.body())
                                .status())
                        .isEqualTo(200);
            }
            assertThat(status(statement)).isEqualTo("paid");
        }
    }

    private static String status(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT status FROM orders")) {
            row.next();
            return row.getString(1);
        }
    }
}
