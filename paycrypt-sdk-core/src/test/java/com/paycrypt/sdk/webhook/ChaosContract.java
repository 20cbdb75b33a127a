package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong under load, for minutes: each test prints what was lost, what was done twice, and when the shop was as
 * fast as before. Not run by default: {@code -Dchaos=true -Dtest=ChaosPostgresTest}, and then the other, since a rate for
 * which two databases compete says nothing.
 */
@Tag("servers")
abstract class ChaosContract extends InboxFixture {
    private static final int POOL = 16;
    private static final int BASELINE_SECONDS = 10;
    private static final int DISRUPTION_SECONDS = 10;
    private static final double RECOVERED = 0.95;
    private static final int KILLS = 10;
    private static final Logger LOG = Logger.getLogger("com.paycrypt.sdk.webhook");

    /** Ends the connection of the shop that is found first. */
    abstract void terminateOne() throws SQLException;

    @BeforeEach
    void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void end() {
        LOG.setLevel(null);
    }

    @Test
    void theDatabaseIsRestartedImmediately() throws Exception {
        withShop("database restarted", POOL, (load, pool) -> {
            database().stop();
            database().start();
        });
    }

    @Test
    void tenConnectionsASecondAreTerminated() throws Exception {
        withShop("ten connections a second terminated", POOL, (load, pool) -> {
            ScheduledExecutorService villain = Executors.newSingleThreadScheduledExecutor();
            try {
                var unused = villain.scheduleAtFixedRate(this::tryToTerminate, 0, 100, TimeUnit.MILLISECONDS);
                pass(load, DISRUPTION_SECONDS);
            } finally {
                villain.shutdownNow();
            }
        });
    }

    private void tryToTerminate() {
        try {
            terminateOne();
        } catch (SQLException gone) {
            // It was gone already.
        }
    }

    @Test
    void thePoolIsExhausted() throws Exception {
        withShop("pool exhausted", 4, (load, pool) -> {
            Connection[] taken = new Connection[3];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = patiently(pool);
            }
            pass(load, DISRUPTION_SECONDS);
            for (Connection connection : taken) {
                connection.close();
            }
        });
    }

    private static Connection patiently(ChaosPool pool) {
        Connection connection = null;
        while (connection == null) {
            try {
                connection = pool.getConnection();
            } catch (SQLException exhausted) {
                // Others were faster.
            }
        }
        return connection;
    }

    @Test
    void theProcessIsKilled() throws Exception {
        killed("process killed", 1);
    }

    @Test
    void theProcessIsKilledAgainAndAgain() throws Exception {
        killed("process killed " + KILLS + " times", KILLS);
    }

    private void withShop(String what, int connections, Disruption disruption) throws Exception {
        ChaosPool pool = new ChaosPool(database().url(), connections, 500);
        WebhookInbox inbox = WebhookInbox.jdbc(pool);
        WebhookHandler handler = inbox.inTransaction(InboxFixture::ship);
        WebhookWorkers workers = inbox.start(handler);
        ChaosLoad load = new ChaosLoad().send(order -> receive(inbox, handler, delivery(order)) == 200);
        try {
            pass(load, BASELINE_SECONDS);
            int before = load.rate();
            disruption.happen(load, pool);
            String recovery = recovery(load, before);
            load.end();
            report(what, load, recovery);
        } finally {
            load.end();
            workers.close();
            pool.close();
        }
    }

    private void killed(String what, int times) throws Exception {
        ChaosLoad load = new ChaosLoad();
        Process shop = shop(load, 0);
        Await.until(() -> load.rate() > 0);
        pass(load, BASELINE_SECONDS);
        int before = load.rate();
        for (int i = 1; i <= times; i++) {
            ServerProcess.kill(shop);
            shop = shop(load, i);
            int alreadyPromised = load.promised().size();
            Await.until(() -> load.promised().size() > alreadyPromised);
        }
        String recovery = recovery(load, before);
        ServerProcess.kill(shop);
        WebhookInbox inbox = inbox();
        WebhookWorkers workers = inbox.start(inbox.inTransaction(InboxFixture::ship));
        try {
            load.end();
            report(what, load, recovery);
        } finally {
            workers.close();
        }
    }

    /** Each line of the process is an order to whose delivery it has responded with 200. */
    private Process shop(ChaosLoad load, int number) throws IOException {
        Process shop = KilledShops.launch(ChaosShop.class, database().url(), "K" + number);
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = shop.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().filter(line -> line.endsWith(".")).forEach(load::promised);
            } catch (IOException | UncheckedIOException killed) {
                // What was not read is not known to be promised.
            }
        });
        reader.setDaemon(true);
        reader.start();
        return shop;
    }

    private static void pass(ChaosLoad load, int seconds) throws Exception {
        long end = load.seconds() + seconds;
        Await.until(() -> load.seconds() >= end);
    }

    /** Other work on the machine may keep a shop from its old speed: that is told, and is no failure. */
    private static String recovery(ChaosLoad load, int before) throws Exception {
        long start = System.nanoTime();
        Await.until(() -> load.isAsFastAs(RECOVERED * before) || System.nanoTime() - start > 60_000_000_000L);
        boolean recovered = load.isAsFastAs(RECOVERED * before);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return recovered ? "95 % of " + before + "/s after " + millis + " ms" : "95 % of " + before + "/s not reached";
    }

    private void report(String what, ChaosLoad load, String recovery) throws Exception {
        long start = System.nanoTime();
        Await.until(() -> inbox().stats().pending() == 0);
        Map<String, Integer> shipped = shipped();
        Stream<String> promised = load.promised().keySet().stream().map(order -> order.replace(".", ""));
        long lost = promised.filter(order -> !shipped.containsKey(order)).count();
        long twice = shipped.values().stream().filter(times -> times > 1).count();
        System.out.println(database().getClass().getSimpleName() + ", " + what + ": "
                + load.promised().size()
                + " promised, " + load.rejected() + " not, lost " + lost + ", twice " + twice + ", " + recovery
                + ", nothing pending " + (System.nanoTime() - start) / 1_000_000 + " ms after the load");
        assertThat(lost).isZero();
        assertThat(twice).isZero();
        assertThat(inbox().stats().exhausted()).isZero();
    }

    private Map<String, Integer> shipped() throws SQLException {
        Map<String, Integer> times = new HashMap<>();
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT order_id FROM shipped")) {
            while (rows.next()) {
                times.merge(rows.getString(1), 1, Integer::sum);
            }
        }
        return times;
    }

    /** What happens to a shop under load. */
    @FunctionalInterface
    interface Disruption {
        void happen(ChaosLoad load, ChaosPool pool) throws Exception;
    }
}
