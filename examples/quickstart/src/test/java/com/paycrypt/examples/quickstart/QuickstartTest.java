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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Story story = new Story(new PrintStream(out, true, UTF_8));

    @Test
    void anOrderIsPaidOnceOnASandboxOfItsOwn() throws Exception {
        int exitCode = Quickstart.run(Map.of(), story);

        assertThat(exitCode).isZero();
        assertThat(told())
                .contains("a sandbox on this machine", "of 49.00 USD", "creates session ps_", "Continue", "Pay ")
                .contains("takes the webhook payment.succeeded", "order id, amount and currency agree")
                .contains("which is answered 200", "the shop's own code saw it 0 times", "is paid, once");
    }

    @Test
    void theServerOfTheEnvironmentIsTaken() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int exitCode = Quickstart.run(environment(sandbox, sandbox.secret()), story);

            assertThat(exitCode).isZero();
            assertThat(sandbox.sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.state()).isEqualTo(State.PAID));
        }
    }

    @Test
    void aRefusedSessionIsNoPaidOrder() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int exitCode = Quickstart.run(environment(sandbox, "sk_other"), story);

            assertThat(exitCode).isEqualTo(1);
            assertThat(told()).contains("quickstart: ", "401").doesNotContain("Exception");
        }
    }

    @Test
    void halfAServerIsAMistake() throws Exception {
        int exitCode = Quickstart.run(Map.of("PAYCRYPT_KEY", "pk_1"), story);

        assertThat(exitCode).isEqualTo(2);
        assertThat(told()).contains("PAYCRYPT_BASE_URL and PAYCRYPT_SECRET");
    }

    @Test
    void aServerThatCannotReachTheShopIsAMistakeBeforeAnythingIsSent() throws Exception {
        int exitCode = Quickstart.run(
                Map.of("PAYCRYPT_BASE_URL", "https://192.0.2.1", "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1"),
                story);

        assertThat(exitCode).isEqualTo(2);
        assertThat(told()).contains("PAYCRYPT_BASE_URL names 192.0.2.1", "only a server on this machine");
    }

    @Test
    void helpAndUnknownOptionsRunNothing() throws Exception {
        assertThat(Quickstart.run(List.of("--help"), Map.of(), story)).isZero();
        assertThat(Quickstart.run(List.of("--port"), Map.of(), story)).isEqualTo(2);
        assertThat(told()).contains("Usage: examples/run quickstart").doesNotContain("takes order");
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

        assertThat(new Customer(story)
                        .pay(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort())))
                .isFalse();
        server.stop(0);
    }

    private static Map<String, String> environment(Sandbox sandbox, String secret) {
        return Map.of("PAYCRYPT_BASE_URL", sandbox.baseUrl(), "PAYCRYPT_KEY", sandbox.key(), "PAYCRYPT_SECRET", secret);
    }

    private String told() {
        return out.toString(UTF_8);
    }
}
