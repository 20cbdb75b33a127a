package com.paycrypt.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.shop.run.LocalShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class LocalShopTest {
    private static final Map<String, String> ALL =
            Map.of("PAYCRYPT_BASE_URL", "http://127.0.0.1:1", "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutSettingsItBringsASandbox() {
        assertThat(run(Map.of())).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("ready at http://SANDBOX:8080/?jdbc:h2:mem:")
                .hasLineCount(1);
    }

    @Test
    void withSettingsItUsesThem() {
        assertThat(run(ALL, "--port=0", "--database", "jdbc:postgresql://127.0.0.1/shop"))
                .isZero();
        assertThat(out.toString(UTF_8).strip())
                .isEqualTo("ready at http://CONFIGURED:0/?jdbc:postgresql://127.0.0.1/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpListsTheOptions(String option) {
        assertThat(run(Map.of(), option)).isZero();
        assertThat(out.toString(UTF_8)).contains("Usage: test-shop", "--port", "--data", "--database", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port", "--port x", "--port 65536", "--port -1", "--prot 80", "8080", "--data a --database b"})
    void whatCannotBeRightIsNamed(String arguments) {
        String[] args = arguments.split(" ");

        assertThat(run(Map.of(), args)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(args[0], "--help lists the options");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYCRYPT_KEY, 'PAYCRYPT_BASE_URL, PAYCRYPT_SECRET'",
        "PAYCRYPT_BASE_URL, 'PAYCRYPT_KEY, PAYCRYPT_SECRET'"
    })
    void missingSettingsAreNamed(String only, String missing) {
        assertThat(run(Map.of(only, "http://127.0.0.1"))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("lacks " + missing);
    }

    @Test
    void aShopThatCannotStartSaysWhy() {
        assertThat(run(Map.of(), "--port=1")).isEqualTo(1);
        assertThat(err.toString(UTF_8).strip()).isEqualTo("test-shop: cannot start: port 1 is in use");
    }

    private int run(Map<String, String> environment, String... args) {
        return new TestCommand(environment)
                .run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    /** Starts nothing, and says what it would start. */
    @Command(name = "test-shop")
    private static final class TestCommand extends LocalShop {
        TestCommand(Map<String, String> environment) {
            super(environment);
        }

        @Override
        protected URI start(int port, String databaseUrl, PayCrypt payCrypt) throws IOException {
            if (port == 1) {
                throw new IOException("port 1 is in use");
            }
            return URI.create("http://" + payCrypt + ":" + port + "/?" + databaseUrl);
        }
    }
}
