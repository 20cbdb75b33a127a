package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.WebhookRejectedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the guide to webhooks. */
class WebhookGuideTest {
    private static final String DATABASE = "jdbc:h2:mem:guide;USER=shop;PASSWORD=shop";

    private final Credentials credentials = Credentials.of("pk_1", "sk_1");
    private final DataSource dataSource = new UrlDataSource(DATABASE);
    private Connection open;

    @BeforeEach
    void anOrder() throws SQLException {
        open = DriverManager.getConnection(DATABASE);
        try (Statement statement = open.createStatement()) {
            statement.execute(
                    "CREATE TABLE orders (id VARCHAR(64) PRIMARY KEY, status VARCHAR(10), amount DECIMAL(18,2),"
                            + " currency VARCHAR(5), session_id VARCHAR(64), session_at BIGINT)");
            statement.execute("INSERT INTO orders VALUES ('ORD-123', 'open', 49.00, 'USD', 'ps_1', 1723650000)");
        }
    }

    @AfterEach
    void noOrder() throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void receivingOnAnyServer() {
        List<String> shipped = new ArrayList<>();
        // region receive
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .handler(event -> {
                    if (event.payment().state() == Payment.State.PAID
                            && event.payment().matches("ORD-123", Money.of("49.00", "USD"))) {
                        shipped.add("ORD-123");
                    }
                })
                .build();
        // endregion
        SignedWebhook request = delivery();
        String method = "POST";
        // region answer
        WebhookResponse response = receiver.receive(method, request.headers()::get, request.body());
        // then send response.status(), response.headers() and response.body() as they are
        // endregion
        assertThat(response.status()).isEqualTo(200);
        assertThat(shipped).containsExactly("ORD-123");
    }

    @Test
    void runningTheShopsCodeYourself() throws IOException {
        WebhookReceiver receiver = WebhookReceiver.builder(credentials).build();

        assertThat(twoSteps(receiver, delivery()).status()).isEqualTo(200);
        assertThat(twoSteps(receiver, delivery()).status()).isIn(200, 409);
    }

    private WebhookResponse twoSteps(WebhookReceiver receiver, SignedWebhook request) throws IOException {
        InputStream stream = new ByteArrayInputStream(request.body());
        // region steps
        try (WebhookDelivery.Incoming incoming = receiver.begin("POST", request.headers()::get)) {
            Optional<byte[]> body = incoming.read(stream); // no byte is read if the headers are rejected
            if (body.isEmpty()) {
                return incoming.rejection().orElseThrow();
            }
            WebhookDelivery delivery = incoming.accept(body.get());
            if (delivery.response().isPresent()) {
                return delivery.response().get();
            }
            try {
                handle(delivery.event());
                return delivery.succeeded();
            } catch (Exception e) {
                return delivery.failed(e);
            }
        }
        // endregion
    }

    private static void handle(WebhookEvent event) throws IOException {
        if (event.payment().orderId().isEmpty()) {
            throw new IOException("no order");
        }
    }

    @Test
    void rotatingASecret() {
        Credentials newSecret = Credentials.of("pk_1", "sk_2");
        LongAdder oldSecretUsed = new LongAdder();
        LongAdder rejected = new LongAdder();
        // region rotate
        WebhookVerifier verifier =
                WebhookVerifier.builder(newSecret).alsoAccept(credentials).build();
        WebhookReceiver receiver = WebhookReceiver.builder(verifier)
                .listener(() -> new WebhookObserver() {
                    @Override
                    public void verified(WebhookEvent event, int credentials) {
                        if (credentials == 1) {
                            oldSecretUsed.increment(); // once this stands still, drop alsoAccept
                        }
                    }

                    @Override
                    public void rejected(Reason reason) {
                        rejected.increment();
                    }
                })
                .build();
        // endregion
        open(receiver, delivery());
        open(receiver, WebhookSigner.of(newSecret).sign(delivery().body()));
        receiver.precheck("GET", delivery().headers()::get);
        assertThat(List.of(oldSecretUsed.sum(), rejected.sum())).containsOnly(1L);
    }

    private static void open(WebhookReceiver receiver, SignedWebhook delivery) {
        receiver.accept("POST", delivery.headers()::get, delivery.body());
    }

    @Test
    void findingTheSecretsOfManyMerchants() {
        Map<String, List<Credentials>> vault = Map.of("pk_1", List.of(credentials));
        List<String> handled = new ArrayList<>();
        // region resolver
        WebhookReceiver receiver = WebhookReceiver.builder(key -> vault.getOrDefault(key, List.of()))
                .handler(event -> handled.add(event.key() + " " + event.type()))
                .build();
        // endregion
        SignedWebhook strangers =
                WebhookSigner.of(Credentials.of("pk_2", "sk_1")).sign(body());

        assertThat(List.of(delivery(), strangers))
                .extracting(signed -> receiver.receive("POST", signed.headers()::get, signed.body())
                        .status())
                .containsExactly(200, 401);
        assertThat(handled).containsExactly("pk_1 payment.succeeded");
    }

    @Test
    void keepingDeliveriesInTheShopsDatabase() throws Exception {
        // region inbox
        WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
        WebhookHandler handler = inbox.inTransaction(WebhookGuideTest::markPaid);
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .replayGuard(inbox)
                .handler(handler)
                .build();
        WebhookWorkers workers = inbox.start(handler); // close them when the application stops
        // endregion
        SignedWebhook delivery = delivery();
        assertThat(receiver.receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("paid");
        workers.close();
        // region process
        int handled = inbox.processDue(handler); // every few seconds, in every process
        // endregion
        assertThat(handled).isZero();
        tidy(inbox);
        assertThat(inbox.pending()).isEmpty();
    }

    @Test
    void answeringFirst() throws Exception {
        WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
        CountDownLatch handledByWorker = new CountDownLatch(1);
        WebhookHandler handler = event -> handledByWorker.countDown();
        // region answer-first
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .replayGuard(inbox)
                .answerFirst() // no handler here: the workers have it
                .build();
        WebhookWorkers workers = inbox.start(handler); // in this process or in another
        // endregion
        SignedWebhook delivery = delivery();
        assertThat(receiver.receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(200);
        Await.latch(handledByWorker);
        workers.close();
    }

    @Test
    void lookingAtWhatIsExhausted() throws Exception {
        WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
        WebhookReceiver receiver =
                WebhookReceiver.builder(credentials).replayGuard(inbox).build();
        SignedWebhook delivery = delivery();
        receiver.accept("POST", delivery.headers()::get, delivery.body()).failed(new IOException("no stock"));
        try (Statement statement = open.createStatement()) {
            statement.execute("UPDATE paycrypt_webhook_inbox SET state = 'EXHAUSTED'");
        }

        tidy(inbox);

        assertThat(inbox.pending())
                .singleElement()
                .satisfies(due -> assertThat(due.nextAttempt()).isPresent());
    }

    @Test
    void completingInTheShopsTransaction() throws Exception {
        WebhookInbox inbox = WebhookInbox.jdbc(dataSource).createTable();
        // region complete
        WebhookHandler handler = event -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                inbox.complete(event, connection); // first: of two that handle the same delivery, the second waits
                markPaid(event, connection);
                connection.commit();
            }
        };
        // endregion
        WebhookReceiver receiver = WebhookReceiver.builder(credentials)
                .replayGuard(inbox)
                .handler(handler)
                .build();
        SignedWebhook delivery = delivery();

        assertThat(receiver.receive("POST", delivery.headers()::get, delivery.body())
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo("paid");
        assertThat(inbox.stats().pending()).isZero();
    }

    private static void tidy(WebhookInbox inbox) {
        // region exhausted
        WebhookInbox.Stats stats = inbox.stats(); // one cheap query, for gauges and alerts
        System.out.println(
                stats.pending() + " pending, " + stats.exhausted() + " exhausted, oldest " + stats.oldestPending());
        for (WebhookInbox.PendingDelivery pending : inbox.pending()) {
            if (pending.nextAttempt().isEmpty()) { // exhausted; all others are tried again by themselves
                System.out.println(pending + ": " + pending.lastError().orElse("its process died"));
                inbox.retry(pending.digest()); // once; or inbox.discard(...) if it was dealt with by hand
            }
        }
        inbox.deleteHandled(Duration.ofDays(30)); // every hour or so: bodies name customers
        // endregion
    }

    // region order
    /** Paid once, whatever comes again, and only if it is this order's amount in its currency. */
    static void markPaid(WebhookEvent event, Connection connection) throws SQLException {
        Payment payment = event.payment();
        if (payment.state() != Payment.State.PAID) {
            return;
        }
        Money paid = payment.amount().orElseThrow();
        try (PreparedStatement update = connection.prepareStatement("UPDATE orders SET status = 'paid'"
                + " WHERE id = ? AND status = 'open' AND amount = ? AND currency = ?")) {
            update.setString(1, payment.orderId().orElseThrow());
            update.setBigDecimal(2, paid.amount());
            update.setString(3, paid.currency());
            if (update.executeUpdate() == 0) {
                System.out.println(
                        "look at order " + payment.orderId().orElseThrow() + ": paid before, or not what it costs");
            }
        }
    }
    // endregion

    @Test
    void listingTheOrdersThatStayOpen() throws SQLException {
        Instant soon = Instant.ofEpochSecond(1723650000).plus(Duration.ofHours(1));

        assertThat(openTooLong(open, soon)).isEmpty();
        assertThat(openTooLong(open, soon.plusSeconds(1))).containsExactly("ORD-123, session ps_1");
        try (Statement statement = open.createStatement()) {
            statement.execute("UPDATE orders SET status = 'paid'");
        }
        assertThat(openTooLong(open, soon.plusSeconds(1))).isEmpty();
    }

    // region stay-open
    /** Orders whose session is long over, and that no delivery told of: a session lives for half an hour. */
    static List<String> openTooLong(Connection connection, Instant now) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, session_id FROM orders WHERE status = 'open' AND session_at < ? ORDER BY session_at")) {
            query.setLong(1, now.minus(Duration.ofHours(1)).getEpochSecond());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1) + ", session " + rows.getString(2));
                }
            }
        }
        return found;
    }
    // endregion

    @Test
    void explainingARejection() {
        WebhookVerifier verifier = WebhookVerifier.of(credentials);
        SignedWebhook delivery =
                WebhookSigner.of(Credentials.of("pk_1", "sk_1")).sign(body());
        byte[] received = (new String(delivery.body(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        // region explain
        String why = verifier.explain(delivery.headers()::get, received);
        // endregion
        assertThat(why).contains("a line end was added to the body after it was signed");
    }

    private SignedWebhook delivery() {
        return WebhookSigner.of(credentials).sign(body());
    }

    private static byte[] body() {
        return ("{\"type\":\"payment.succeeded\",\"data\":{\"object\":{\"order_id\":\"ORD-123\",\"fiat_amount\":49.0,"
                        + "\"fiat_currency\":\"USD\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String status() throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("SELECT status FROM orders")) {
            row.next();
            return row.getString(1);
        }
    }
}
