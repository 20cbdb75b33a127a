package com.paycrypt.examples.matrix;

import com.paycrypt.examples.matrix.jpa.KilledShop;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The shop that is killed and started again, its database, and what became of its orders. */
final class KilledJpaShop implements AutoCloseable {
    /** How the step begins at which the effect is there. */
    static final String EFFECT = "commit of the effect after ";

    private static final String NOWHERE = "nowhere";

    private final String url;
    private final List<String> options;
    private final JdbcTemplate database;
    private final WebhookInbox inbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private Program shop;
    private URI webhook;
    private Counts counts = new Counts(0, 0, 0, 0);
    private int orders;

    private KilledJpaShop(String url, List<String> options) {
        this.url = url;
        this.options = options;
        this.database = new JdbcTemplate(new DriverManagerDataSource(url));
        this.inbox = WebhookInbox.jdbc(database.getDataSource()).createTable();
    }

    static KilledJpaShop start(String url, String... options) throws Exception {
        KilledJpaShop shop = new KilledJpaShop(url, List.of(options));
        shop.database.execute(
                "CREATE TABLE shop_order (id VARCHAR(20) PRIMARY KEY, amount DECIMAL(10,2), currency VARCHAR(3), status VARCHAR(9))");
        shop.database.execute("CREATE TABLE shipment (id SERIAL PRIMARY KEY, order_id VARCHAR(20))");
        shop.launch();
        return shop;
    }

    private void launch() throws Exception {
        List<String> main = Stream.concat(
                        Stream.of(
                                KilledShop.class.getName(),
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--spring.jpa.open-in-view=false",
                                "--spring.datasource.url=" + url,
                                "--paycrypt.base-url=https://pay.example",
                                "--paycrypt.key=" + Shop.CREDENTIALS.key(),
                                "--paycrypt.secret=sk_test_1",
                                "--paycrypt.webhook.replay=jdbc"),
                        options.stream())
                .toList();
        shop = Program.start(Path.of("target"), List.of(), Map.of(), main);
        webhook = URI.create(
                "http://127.0.0.1:" + shop.await("started on port (\\d+)").group(1) + "/api/paycrypt/webhook");
        shop.await("Started KilledShop");
    }

    /** What the shop does on its database from the delivery to its response. */
    List<String> stepsOfReceiving() throws Exception {
        SignedWebhook delivery = order();
        return stepsUntilHandled(() -> deliver(delivery));
    }

    /** What it does when one of its workers handles what was stored. */
    List<String> stepsOfProcessing() throws Exception {
        store(order());
        return stepsUntilHandled(this::makeDue);
    }

    private List<String> stepsUntilHandled(Runnable work) throws Exception {
        arm(NOWHERE);
        work.run();
        // It says so after the database has it, which is when another connection may see that the row is handled.
        shop.await("^STEP " + EFFECT);
        Await.until(this::isHandled);
        arm("at the end");
        return shop.seenSince("ARMED " + NOWHERE).stream()
                .filter(line -> line.startsWith("STEP "))
                .map(line -> line.substring("STEP ".length()))
                .distinct()
                .toList();
    }

    /** Kills the shop at a step of a delivery that comes in, and sees the delivery through. */
    void killReceiving(String step) {
        SignedWebhook delivery = order();
        arm(step);
        Thread sender = new Thread(() -> deliver(delivery), "sender");
        sender.start();
        killAt(step);
        seeThrough(delivery);
    }

    /** Kills the shop at a step of a delivery that was stored before, and sees the delivery through. */
    void killProcessing(String step) {
        SignedWebhook delivery = order();
        store(delivery);
        arm(step);
        makeDue();
        killAt(step);
        seeThrough(delivery);
    }

    private void killAt(String step) {
        try {
            shop.await("^STOPPED ");
            boolean alive = shop.kill();
            counts = counts.killed(alive ? 1 : 0);
            launch();
        } catch (Exception e) {
            throw new IllegalStateException("killed at " + step, e);
        }
    }

    /** A sender without a response comes again; what is stored is handled by the workers alone. */
    private void seeThrough(SignedWebhook delivery) {
        makeDue();
        boolean stored = count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE order_id = ?") == 1;
        if (stored) {
            Await.until(this::isHandled);
        }
        Await.until(() -> deliver(delivery) == 200);
        Await.until(this::isHandled);
        counts = counts.found(count("SELECT COUNT(*) FROM shipment WHERE order_id = ?"));
    }

    /** By another process of the shop's, whose handler fails. */
    private void store(SignedWebhook delivery) {
        WebhookReceiver.builder(Shop.CREDENTIALS)
                .replayGuard(inbox)
                .build()
                .accept("POST", delivery.headers()::get, delivery.body())
                .failed(new IllegalStateException("not today"));
    }

    /** What a minute does. */
    private void makeDue() {
        database.update("UPDATE paycrypt_webhook_inbox SET due_at = 0 WHERE state <> 'HANDLED'");
    }

    private boolean isHandled() {
        return count("SELECT COUNT(*) FROM paycrypt_webhook_inbox WHERE state = 'HANDLED' AND order_id = ?") == 1;
    }

    private int count(String sql) {
        Integer count = database.queryForObject(sql, Integer.class, id());
        return count == null ? 0 : count;
    }

    private void arm(String step) {
        try {
            shop.say(step);
            shop.await("^ARMED ");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next order, and the delivery that it is paid. */
    private SignedWebhook order() {
        orders++;
        database.update("INSERT INTO shop_order VALUES (?, 49.00, 'USD', 'open')", id());
        return Shop.sign(("{'type':'payment.succeeded','id':'evt_" + orders + "','data':{'object':{'order_id':'" + id()
                        + "','amount':'49.00','currency':'USD'}}}")
                .replace('\'', '"'));
    }

    private String id() {
        return "ORD-" + orders;
    }

    /** The status of the response, or 0. */
    private int deliver(SignedWebhook delivery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook).POST(BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException killed) {
            return 0;
        }
    }

    Counts counts() {
        return counts;
    }

    @Override
    public void close() {
        if (shop != null) {
            shop.close();
        }
    }

    /** What became of the orders. */
    record Counts(int rounds, int killed, int twice, int lost) {
        Counts killed(int more) {
            return new Counts(rounds, killed + more, twice, lost);
        }

        Counts found(int effects) {
            return new Counts(rounds + 1, killed, twice + (effects > 1 ? 1 : 0), lost + (effects == 0 ? 1 : 0));
        }
    }
}
