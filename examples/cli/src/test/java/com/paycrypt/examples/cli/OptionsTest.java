package com.paycrypt.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong options are found before anything is sent. */
class OptionsTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void nothingWasSent() {
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--order-id", "--amount", "--currency", "--success-url", "--cancel-url"})
    void whatIsNeededIsNamedWhereItIsMissing(String option) {
        assertRejected(Run.with(this::client, goodWithout(option).toArray(String[]::new)), option + "=");
    }

    @ParameterizedTest
    @CsvSource({
        "--order-id=x, option '--order-id' (ID) should be specified only once",
        "--metadata=novalue, --metadata takes NAME=VALUE",
        "--metadata==x, --metadata takes NAME=VALUE",
        "--webhook-url, parameter for option '--webhook-url'",
        "--colour=blue, --colour=blue",
        "--order=x, did you mean --order-id",
        "stray, stray",
        "@nofile, @nofile",
        "--metadata=a=b=c --metadata=a=d, --metadata a is given twice",
        "--webhook-url=/relative, webhook_url is not an absolute",
    })
    void whatIsWrongIsNamed(String option, String message) {
        assertRejected(Run.good(this::client, option.split(" ")), message);
    }

    @ParameterizedTest
    @CsvSource({"'49,00', USD", "1e3, USD", "-1.00, USD", "0, USD", "1.001, USD", "49.5, JPY", "forty, USD", "49.00, ''"
    })
    void anAmountThatServersWouldChangeIsRejected(String amount, String currency) {
        List<String> args = goodWithout("--amount", "--currency");
        args.add("--amount=" + amount);
        args.add("--currency=" + currency);

        assertRejected(Run.with(this::client, args.toArray(String[]::new)), "");
    }

    @Test
    void wrongOptionsAndWrongSettingsAreNamedTogether() {
        Run run = Run.with(() -> client("ftp://x"), "--amount");

        assertRejected(run, "--order-id=ID");
        assertThat(run.err()).contains("parameter for option '--amount'", "base URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpListsEveryOptionAndExitCode(String option) {
        Run run = Run.with(this::client, option);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("--order-id", "--metadata", "--webhook-url", "--json", "--verbose", "PAYCRYPT_BASE_URL")
                .containsPattern("(?m)^ *3 +unknown");
    }

    private static List<String> goodWithout(String... options) {
        List<String> args = new ArrayList<>(Run.GOOD);
        args.removeIf(arg -> List.of(options).contains(arg.substring(0, arg.indexOf('='))));
        return args;
    }

    private PayCryptClient client() {
        return client(server.url("/").toString());
    }

    private static PayCryptClient client(String address) {
        return PayCryptClient.builder(address, Credentials.of("pk_1", "sk_1")).build();
    }

    private static void assertRejected(Run run, String message) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.saysOneThing()).as(run.err()).isTrue();
        assertThat(run.err()).contains(message);
    }
}
