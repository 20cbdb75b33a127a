package com.paycrypt.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check says which setting is wrong, on every kind of server, and creates nothing. */
@Timeout(300)
class CheckTest {
    @ParameterizedTest
    @EnumSource
    void whatIsRightIsCalledRight(Dialect dialect) {
        try (Sandbox sandbox = sandbox(dialect)) {
            assertChecks(check(sandbox, sandbox.key(), sandbox.secret()), 0, "right", "right", "right", "right");
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsNamed(Dialect dialect) {
        try (Sandbox sandbox = sandbox(dialect)) {
            Run run = check(sandbox, "pk_other", sandbox.secret());

            assertChecks(run, 1, "right", "WRONG", "not known", "not known");
            assertThat(run.err()).contains("Check that the key is active").hasLineCount(1);
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSecretIsNamed(Dialect dialect) {
        try (Sandbox sandbox = sandbox(dialect)) {
            Run run = check(sandbox, sandbox.key(), "sk_other");

            assertChecks(run, 1, "right", "right", "WRONG", "not known");
            assertThat(run.err()).contains("Check that the secret is that of the key");
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongClockIsNamedThoughTheClientMakesUpForIt(Dialect dialect) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (Sandbox sandbox = sandbox(dialect)) {
            Run run = Run.with(
                    () -> client(sandbox.baseUrl(), sandbox.key(), sandbox.secret()).toBuilder()
                            .clock(later)
                            .build(),
                    "--check");

            assertChecks(run, 1, "right", "right", "right", "WRONG");
            assertThat(run.err()).contains("this machine's clock is").hasLineCount(1);
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    /** Its rejections carry another time than the one it judges by. */
    @ParameterizedTest
    @EnumSource
    void aClockThatCannotBeMadeUpForIsNamedAlone(Dialect dialect) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (Sandbox sandbox = Sandbox.builder().dialect(dialect).clock(later).start()) {
            Run run = check(sandbox, sandbox.key(), sandbox.secret());

            assertChecks(run, 1, "right", "right", "not known", "WRONG");
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUrlBesideTheServersIsNamed(Dialect dialect) {
        try (Sandbox sandbox = sandbox(dialect)) {
            Run run = check(sandbox.baseUrl() + "/elsewhere", sandbox.key(), sandbox.secret());

            assertChecks(run, 1, "WRONG", "not known", "not known", "not known");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            Run run = check("http://127.0.0.1:" + held.getLocalPort(), "pk_1", "sk_1");

            assertChecks(run, 1, "WRONG", "not known", "not known", "not known");
        }
    }

    @Test
    void programsReadItAsJson() {
        try (Sandbox sandbox = sandbox(Dialect.NEWER)) {
            Run run = Run.with(() -> client(sandbox.baseUrl(), sandbox.key(), sandbox.secret()), "--check", "--json");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().strip())
                    .isEqualTo("{\"url\":\"right\",\"key\":\"right\",\"secret\":\"right\",\"clock\":\"right\"}");
        }
    }

    @Test
    void settingsThatCannotBeUsedAreTheUsualExit() {
        Run run = Run.with(
                () -> {
                    throw new IllegalArgumentException("the base URL is missing");
                },
                "--check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the base URL is missing").doesNotContain("--order-id");
    }

    private static void assertChecks(Run run, int exitCode, String url, String key, String secret, String clock) {
        assertThat(run.out().lines())
                .containsExactly("url: " + url, "key: " + key, "secret: " + secret, "clock: " + clock);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    private static Run check(Sandbox sandbox, String key, String secret) {
        return check(sandbox.baseUrl(), key, secret);
    }

    private static Run check(String url, String key, String secret) {
        return Run.with(() -> client(url, key, secret), "--check");
    }

    private static PayCryptClient client(String url, String key, String secret) {
        return PayCryptClient.builder(url, Credentials.of(key, secret))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static Sandbox sandbox(Dialect dialect) {
        return Sandbox.builder().dialect(dialect).start();
    }
}
