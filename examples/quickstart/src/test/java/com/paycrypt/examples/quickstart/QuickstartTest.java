package com.paycrypt.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.State;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anOrderIsPaidOnceOnASandboxOfItsOwn() {
        int exitCode = run(Map.of());

        assertThat(exitCode).isZero();
        assertThat(printed())
                .contains("a sandbox on this machine", "of 49.00 USD", "creates session ps_", "Continue", "Pay ")
                .contains("takes the webhook payment.succeeded", "order id, amount and currency agree")
                .contains("gets the response 200", "the shop's own code saw it 0 times", "is paid, once");
    }

    @Test
    void theServerOfTheEnvironmentIsTaken() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int exitCode = run(environment(sandbox, sandbox.secret()));

            assertThat(exitCode).isZero();
            assertThat(sandbox.sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.state()).isEqualTo(State.PAID));
        }
    }

    @Test
    void aRejectedSessionIsNoPaidOrder() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int exitCode = run(environment(sandbox, "sk_other"));

            assertThat(exitCode).isEqualTo(1);
            assertThat(said()).contains("quickstart: ", "401").doesNotContain("Exception");
        }
    }

    @Test
    void halfAServerIsAMistake() {
        int exitCode = run(Map.of("PAYCRYPT_KEY", "pk_1"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(said()).contains("PAYCRYPT_BASE_URL and PAYCRYPT_SECRET");
    }

    @Test
    void aServerThatCannotReachTheShopIsAMistakeBeforeAnythingIsSent() throws Exception {
        int exitCode = run(
                Map.of("PAYCRYPT_BASE_URL", "https://192.0.2.1", "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(said()).contains("PAYCRYPT_BASE_URL names 192.0.2.1", "only a server on this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpRunsNothing(String option) {
        assertThat(run(Map.of(), option)).isZero();
        assertThat(printed()).contains("Usage: quickstart", "Exit codes:").doesNotContain("takes order");
    }

    @Test
    void anUnknownOptionRunsNothing() {
        assertThat(run(Map.of(), "--port")).isEqualTo(2);
        assertThat(said()).contains("--port", "--help lists the options");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aPageThatIsNoSandboxIsLeftToAPerson() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<form action=/pay><button>Pay</button></form>".getBytes(UTF_8));
            exchange.close();
        });
        server.start();

        assertThat(new Customer(new Story(line -> {}))
                        .pay(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort())))
                .isFalse();
        server.stop(0);
    }

    private static Map<String, String> environment(Sandbox sandbox, String secret) {
        return Map.of("PAYCRYPT_BASE_URL", sandbox.baseUrl(), "PAYCRYPT_KEY", sandbox.key(), "PAYCRYPT_SECRET", secret);
    }

    private int run(Map<String, String> environment, String... args) {
        return new QuickstartCommand(environment)
                .run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private String said() {
        return err.toString(UTF_8);
    }
}
