package com.paycrypt.examples.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor's command line: what it asks for, what it prints, how it exits. */
class DoctorTest {
    private static final String[] ORDER = {"--order", "ORD-1", "--amount=49.00", "--currency=USD"};

    @Test
    void aHealthyReceiverExitsWithZero() {
        Run run = examine(HandWritten::new, "--timeout=60");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("PASS  genuine", "PASS  out-of-order", ": 37 right, 0 wrong, 0 not looked at")
                .doesNotContain(" fix ");
    }

    @Test
    void whatIsWrongIsToldWithReasonAndFix() {
        Run run = examine(HeaderFaults.NoTimeWindow::new, "--timeout=60", "--only=stale,genuine,1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  stale", "why  signed 310 s ago was answered 200, not 400")
                .contains("why  the shop handled it once, not 0 times", "fix  Reject with 400")
                .contains(": 2 right, 1 wrong, 0 not looked at");
    }

    @Test
    void theReportIsOneJsonObjectOnDemand() throws IOException {
        Run run = examine(HeaderFaults.NoTimeWindow::new, "--timeout=60", "--only=11", "--json");

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("scenarios").path(0).path("number").asInt()).isEqualTo(11);
        assertThat(report.path("scenarios").path(0).path("name").asText()).isEqualTo("stale");
        assertThat(report.path("scenarios").path(0).path("verdict").asText()).isEqualTo("FAIL");
        assertThat(report.path("scenarios").path(0).path("reasons")).isNotEmpty();
        assertThat(report.path("scenarios").path(0).path("fix").asText()).isNotBlank();
    }

    @Test
    void withoutAnOrderTheShopNeedsNone() {
        TestShop shop = new TestShop();
        try (ReceiverServer server = new ReceiverServer(new HandWritten(shop), shop)) {
            Run run = Run.doctor("--to", server.webhook().toString(), "--events", "" + server.events(), "--timeout=60");

            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.out()).contains("SKIP  wrong-amount", "needs --events and --order");
            assertThat(shop.events()).contains("UNKNOWN_ORDER").doesNotContain("\"PAID\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/webhook",
                "https://shop.example/webhook",
                "http://127.0.0.1.shop.example/",
                "http://localhost.shop.example/",
                "http://[2001:db8::1]/",
                "http://0.0.0.0/",
                "http://2130706433/",
            })
    void anotherMachineIsRejectedUnlessItIsTheUsersOwn(String address) {
        Run run = Run.doctor("--to", address);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--to is not on this machine", "--i-own-this", "nothing was sent");
        assertThat(Run.doctor("--to=http://127.0.0.1:9/", "--events", address).err())
                .contains("--events is not on this machine");
        assertThat(Run.trigger("--to", address).err()).contains("--to is not on this machine", "nothing was sent");
    }

    @Test
    void anotherMachineNeedsATestOrder() {
        Run run = Run.doctor("--to=https://shop.example/webhook", "--i-own-this");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("needs a test order", "nothing was sent");
    }

    @ParameterizedTest
    @CsvSource({
        "--to=ftp://127.0.0.1/, absolute http or https URL",
        "--to=/webhook, absolute http or https URL",
        "--to=http://user@127.0.0.1/, absolute http or https URL",
        "--order=ORD-1, belong together",
        "--amount=49.00, belong together",
        "--order=O --amount=49e1, plain decimal",
        "--only=38, there is no 38",
        "--only=stail, there is no stail",
        "--timeout=0, from 1",
        "--timeout=soon, --timeout",
        "--onyl=1, did you mean --only",
        "-x, -x",
    })
    void whatIsWrongWithTheOptionsIsNamed(String options, String message) {
        String first = options.startsWith("--to") ? "" : "--to=http://127.0.0.1:9/ ";

        Run run = Run.doctor((first + options).split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message, "nothing was sent").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedTogether() {
        Run run = Run.doctor(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--to=URL", "PAYCRYPT_KEY is not set");
    }

    @Test
    void whereNothingListensNothingIsSaid() throws IOException {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            Run run = Run.doctor("--to", "http://127.0.0.1:" + held.getLocalPort() + "/webhook");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("nothing answers at", "Is the shop running");
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, was answered 404", "/webhook, was answered 405"})
    void aListOfEventsThatIsNoneIsNamed(String path, String message) {
        TestShop shop = new TestShop();
        try (ReceiverServer server = new ReceiverServer(new HandWritten(shop), shop)) {
            Run run = Run.doctor("--to", "" + server.webhook(), "--events", "" + server.address(path), "--timeout=60");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(message);
        }
    }

    @Test
    void helpListsTheOptionsAndTheExitCodes() {
        Run run = Run.doctor("-h");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--to", "--events", "--order", "--only", "--json", "--i-own-this", "--answers-first")
                .containsPattern("(?m)^ *1 +something is wrong");
    }

    @Test
    void theGuideListsTheScenarios() throws IOException {
        String guide = Files.readString(Path.of("..", "EXAMPLES.md"));

        for (int number = 1; number <= Examination.SCENARIOS.size(); number++) {
            Scenario scenario = Examination.SCENARIOS.get(number - 1);
            assertThat(guide).contains("| " + number + " | `" + scenario.name() + "` | " + scenario.sends() + " |");
        }
    }

    private static Run examine(Function<TestShop, Receiver> receiver, String... options) {
        TestShop shop = new TestShop();
        try (ReceiverServer server = new ReceiverServer(receiver.apply(shop), shop)) {
            Stream<String> target = Stream.of("--to", "" + server.webhook(), "--events", "" + server.events());
            String[] args = Stream.of(target, Stream.of(ORDER), Stream.of(options))
                    .flatMap(Function.identity())
                    .toArray(String[]::new);
            return Run.doctor(args);
        }
    }
}
