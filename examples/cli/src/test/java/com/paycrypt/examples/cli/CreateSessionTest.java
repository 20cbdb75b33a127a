package com.paycrypt.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command prints, and how it exits, for whatever the server does. */
@Execution(ExecutionMode.CONCURRENT)
class CreateSessionTest {
    private static final String SESSION = """
            {"id":"ps_abcd1234ef56","status":"created",\
            "checkout_url":"https://paycrypt.tld/checkout/ps_abcd1234ef56","expires_at":1723650000}""";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @Test
    void theSessionIsPrintedForPeople() {
        server.enqueue(answer(201, SESSION));

        Run run = Run.good(this::client);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly("ps_abcd1234ef56 (created)", "https://paycrypt.tld/checkout/ps_abcd1234ef56");
    }

    @Test
    void theSessionIsPrintedAsJsonOnDemand() {
        server.enqueue(answer(201, SESSION));

        Run run = Run.good(this::client, "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip().replace(" ", "")).isEqualTo(SESSION);
    }

    @Test
    void everyOptionReachesTheServer() throws InterruptedException {
        server.enqueue(answer(200, SESSION));

        Run run = Run.good(
                this::client,
                "--webhook-url",
                "https://merchant.tld/hook?a=b",
                "--customer-email",
                "buyer@example.com",
                "--metadata",
                "source=a=b",
                "--metadata",
                "note=\u00fc\"quoted\"");

        RecordedRequest request = server.takeRequest();
        assertThat(run.exitCode()).isZero();
        assertThat(Objects.requireNonNull(request.getBody()).utf8())
                .contains("\"order_id\":\"ORD-123\"", "\"amount\":\"49.00\"", "\"currency\":\"USD\"")
                .contains("\"customer\":{\"email\":\"buyer@example.com\"}")
                .contains("\"metadata\":{\"source\":\"a=b\",\"note\":\"\u00fc\\\"quoted\\\"\"}")
                .contains("\"webhook_url\":\"https://merchant.tld/hook?a=b\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 408, 409, 422, 429})
    void aRejectionIsNoSession(int status) {
        server.enqueue(new MockResponse(status, Headers.of("Location", "http://127.0.0.1:9/"), "{\"error\":\"no\"}"));

        assertExits(Run.good(this::client), 1, "" + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>welcome</html>",
                "{}",
                "[]",
                "{\"id\":\"ps_1\"",
                "{\"id\":\"ps_1\",\"status\":\"created\"}",
                "{\"status\":\"created\",\"checkout_url\":\"https://p.tld/c\"}",
                "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"javascript:alert(1)\"}",
            })
    void anAnswerThatIsNoSessionLeavesTheOutcomeUnknown(String body) {
        server.enqueue(answer(201, body));

        assertExits(Run.good(this::client), 3, "201");
    }

    @ParameterizedTest
    @CsvSource({"500, ''", "502, <html>bad gateway</html>", "503, {}", "504, ''"})
    void anErrorOfTheServerLeavesTheOutcomeUnknown(int status, String body) {
        server.enqueue(answer(status, body));

        assertExits(Run.good(this::client), 3, "" + status);
    }

    @Test
    void anAnswerThatNeverComesLeavesTheOutcomeUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        Run run = Run.good(
                () -> client().toBuilder().attemptTimeout(Duration.ofSeconds(5)).build());

        assertExits(run, 3, "");
    }

    @Test
    void aConnectionCutAfterTheRequestLeavesTheOutcomeUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertExits(Run.good(this::client), 3, "");
    }

    @Test
    void anAnswerCutOffLeavesTheOutcomeUnknown() {
        server.enqueue(new MockResponse.Builder()
                .code(201)
                .body(SESSION)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertExits(Run.good(this::client), 3, "");
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String nobody = "127.0.0.1:" + held.getLocalPort();

            assertExits(Run.good(() -> client("http://" + nobody)), 1, nobody);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsUnreachable() {
        Run run = Run.good(() -> client("https://127.0.0.1:" + server.getPort()).toBuilder()
                .attemptTimeout(Duration.ofMillis(500))
                .build());

        assertExits(run, 1, "127.0.0.1:" + server.getPort());
    }

    @Test
    void aServerThatRecoversGivesASession() {
        server.enqueue(answer(503, ""));
        server.enqueue(answer(201, SESSION));

        Run run = Run.good(
                () -> client().toBuilder().retryPolicy(RetryPolicy.standard()).build());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).singleElement().asString().contains("attempt 1 failed (503): retrying in ");
    }

    @Test
    void anAnswerWithoutEndLeavesTheOutcomeUnknown() {
        server.enqueue(answer(201, SESSION + " ".repeat(1 << 21)));

        assertExits(Run.good(this::client), 3, "201");
    }

    @Test
    void aHostWithoutAnAddressIsUnreachable() {
        assertExits(Run.good(() -> client("https://paycrypt.invalid")), 1, "paycrypt.invalid");
    }

    private PayCryptClient client() {
        return client(server.url("/").toString());
    }

    private static PayCryptClient client(String address) {
        return PayCryptClient.builder(address, Credentials.of("pk_1", "sk_1"))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse(status, Headers.of(), body);
    }

    private static void assertExits(Run run, int exitCode, String message) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.saysOneThing()).as(run.err()).isTrue();
        assertThat(run.err()).contains(message).doesNotContain("Exception", "sk_1");
    }
}
