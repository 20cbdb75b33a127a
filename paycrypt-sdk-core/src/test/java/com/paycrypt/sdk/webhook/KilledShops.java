package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.Await;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shops in processes of their own, killed without warning at every step: nothing is lost, and nothing done twice. */
@Tag("servers")
abstract class KilledShops {
    private static final String NEVER = "0";

    abstract Database database();

    @BeforeEach
    void anEmptyInboxAndAnEmptyShop() throws SQLException {
        inbox().createTable();
        database().execute("DELETE FROM paycrypt_webhook_inbox");
        database().execute("DROP TABLE IF EXISTS shipped");
        database().execute("CREATE TABLE shipped (order_id VARCHAR(100) NOT NULL, session_id VARCHAR(100))");
    }

    @Test
    void killedAtAnyStepOfReceiving() throws Exception {
        String last = "";
        int step = 0;
        while (!last.startsWith("ANSWER")) {
            step++;
            String order = "O-" + step;
            last = runAndKill(order, Integer.toString(step));
            boolean stored = count("paycrypt_webhook_inbox", order) == 1;
            recover();
            assertThat(count("shipped", order)).as(order + " killed " + last).isEqualTo(stored ? 1 : 0);
        }
        assertThat(last).isEqualTo("ANSWER 200");
        assertThat(step).as("insert, ship, complete, commit").isGreaterThan(4);
        assertThat(count("shipped", "O-" + step)).isOne();
    }

    @Test
    void killedAtAnyStepOfAnsweringFirstAndRightAfter200AnotherProcessHandlesTheDelivery() throws Exception {
        String last = "";
        int step = 0;
        while (!last.startsWith("ANSWER")) {
            step++;
            String order = "O-" + step;
            last = runAndKill(ShopProcess.ANSWER_FIRST + order, Integer.toString(step));
            boolean stored = count("paycrypt_webhook_inbox", order) == 1;
            assertThat(count("shipped", order)).as("before a worker runs").isZero();
            assertThat(runAndKill("process", NEVER)).isEqualTo(stored ? "TOOK 1" : "TOOK 0");
            assertThat(count("shipped", order)).as(order + " killed " + last).isEqualTo(stored ? 1 : 0);
        }
        assertThat(last).isEqualTo("ANSWER 200");
        assertThat(count("shipped", "O-" + step)).isOne();
    }

    @Test
    void killedAtAnyStepOfProcessing() throws Exception {
        String last = "";
        int step = 0;
        while (!last.startsWith("TOOK")) {
            step++;
            String order = "O-" + step;
            store(order);
            last = runAndKill("process", Integer.toString(step));
            recover();
            assertThat(count("shipped", order)).as(order + " killed " + last).isOne();
        }
        assertThat(last).isEqualTo("TOOK 1");
        assertThat(step).as("look, claim, ship, complete, commit").isGreaterThan(5);
    }

    @Test
    void severalProcessesAtOnceOfWhichOneIsKilled() throws Exception {
        for (int i = 0; i < 30; i++) {
            store("O-" + i);
        }
        List<Process> shops = new ArrayList<>();
        shops.add(launch(database().url(), "process", "25"));
        shops.add(launch(database().url(), "process", NEVER));
        shops.add(launch(database().url(), "process", NEVER));
        for (Process shop : shops) {
            readAndKill(shop);
        }
        // The database frees what a killed process had locked when it notices its end, and until then nobody waits for
        // it.
        Await.until(() -> {
            recover();
            return inbox().pending().isEmpty();
        });
        for (int i = 0; i < 30; i++) {
            assertThat(count("shipped", "O-" + i)).isOne();
        }
    }

    private WebhookInbox inbox() {
        return WebhookInbox.jdbc(database().dataSource());
    }

    /** A delivery that is stored and due, and whose lease nobody renews. */
    private void store(String order) {
        assertThat(ShopProcess.answerFirst(inbox(), order)).isEqualTo(200);
    }

    /** What the shop's scheduler does a minute later. */
    private void recover() throws SQLException {
        endLeases();
        inbox().processDue(inbox().inTransaction(InboxContract::ship));
    }

    private void endLeases() throws SQLException {
        database().execute("UPDATE paycrypt_webhook_inbox SET due_at = 0");
    }

    private String runAndKill(String task, String lastStep) throws Exception {
        return readAndKill(launch(database().url(), task, lastStep));
    }

    /** The first line tells that the process is at its step, or done. */
    static String readAndKill(Process shop) throws Exception {
        try (BufferedReader lines = shop.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            ServerProcess.kill(shop);
            return line;
        }
    }

    static Process launch(String url, String task, String lastStep) throws IOException {
        return launch(ShopProcess.class, url, task, lastStep);
    }

    static Process launch(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** All that this process has, whether the tests run on the module path or not. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
    }

    private int count(String table, String order) throws SQLException {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM " + table + " WHERE order_id = '" + order + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
