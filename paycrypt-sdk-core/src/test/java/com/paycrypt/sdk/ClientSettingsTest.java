package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://paycrypt.example",
                "https://paycrypt.example:8443/prefix/",
                "https://paycrypt.example/api",
                "https://paycrypt.example/api/v1x",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://127.1.2.3:1",
                "http://[::1]:8080",
                "HTTPS://PayCrypt.example"
            })
    void httpsAndLoopbackAreTaken(String url) {
        assertThatCode(() -> PayCryptClient.builder(url, CREDENTIALS).build().close())
                .doesNotThrowAnyException();
    }

    static List<String> baseUrlsThatAreRejected() {
        return List.of(
                "http://paycrypt.example",
                "http://10.0.0.1",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://0.0.0.0",
                "ftp://paycrypt.example",
                "paycrypt.example",
                "",
                " https://paycrypt.example",
                "https://user@paycrypt.example",
                "https://user:word@paycrypt.example",
                "https://paycrypt.example?x=1",
                "https://paycrypt.example#x",
                "https://paycrypt.example\\@evil.example",
                "https://",
                " ",
                "https://paycrypt.example/api/v1",
                "https://paycrypt.example/api/v1/",
                "https://paycrypt.example/prefix/api/v1//",
                "https://paycrypt.example/api/v1/payment_sessions",
                "${PAYCRYPT_BASE_URL}",
                "https://${PAYCRYPT_HOST}/",
                "\"https://paycrypt.example\"",
                "'https://paycrypt.example'");
    }

    @ParameterizedTest
    @MethodSource("baseUrlsThatAreRejected")
    void everythingElseIsRejected(String url) {
        assertThatThrownBy(() -> PayCryptClient.builder(url, CREDENTIALS).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base URL")
                .hasMessageNotContaining("word");
    }

    @Test
    void plainHttpElsewhereTakesAWordOfConsent() {
        assertThatCode(() -> PayCryptClient.builder("http://sandbox:8080", CREDENTIALS)
                        .allowPlainHttp()
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void allViolationsStandInOneMessage() {
        assertThatThrownBy(() -> PayCryptClient.builder("http://user@paycrypt.example/?q", CREDENTIALS)
                        .connectTimeout(Duration.ZERO)
                        .attemptTimeout(Duration.ofHours(2))
                        .callTimeout(Duration.ofSeconds(-1))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "user info", "query", "plain http", "connectTimeout", "attemptTimeout", "callTimeout");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks passes
    void nullIsReportedWithAllElse() {
        assertThatThrownBy(() -> PayCryptClient.builder(null, (Credentials) null)
                        .callTimeout(Duration.ZERO)
                        .build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("the base URL is missing", "the credentials are missing", "callTimeout");
    }

    @ParameterizedTest
    @CsvSource({"https://p.example/api/v1, /api/v1", "${URL}, placeholder", "'\"https://p.example\"', quotes"})
    void whatIsWrongWithABaseUrlIsSaidWithItsRemedy(String url, String mistake) {
        assertThatThrownBy(() -> PayCryptClient.builder(url, CREDENTIALS).build())
                .hasMessageContainingAll("the base URL", mistake, "PAYCRYPT_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${PAYCRYPT}", "x-${PAYCRYPT:}", "\"x_1\"", "'x_1'", "`x_1`", "\u201Cx_1\u201D"})
    void aKeyOrSecretThatAFileWasToResolveIsRejected(String value) {
        if (value.charAt(0) < 0x7F) {
            assertThatThrownBy(() -> Credentials.of(value, "sk_1"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PAYCRYPT_KEY")
                    .hasMessageNotContaining(value);
        }
        assertThatThrownBy(() -> Credentials.of("pk_1", value))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAYCRYPT_SECRET")
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$x", "{x}", "x}${", "\"x", "x'", "\"x'", "'"})
    void aSecretIsOtherwiseTakenAsItIs(String secret) {
        assertThatCode(() -> Credentials.of("pk_1", secret)).doesNotThrowAnyException();
    }

    @Test
    void theEnvironmentDescribesAClient() {
        Map<String, String> variables = Map.of(
                "PAYCRYPT_BASE_URL", server.url("/").toString(), "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1");
        server.enqueue(Sessions.created());

        try (PayCryptClient client =
                PayCryptClient.builder(new Environment(variables)).build()) {
            assertThat(client.paymentSessions().create(Sessions.request()).id()).isEqualTo("ps_1");
        }
    }

    @Test
    void allThatIsWrongInTheEnvironmentIsNamed() {
        Map<String, String> variables = Map.of(
                "PAYCRYPT_BASE_URL", "http://user:word@paycrypt.example",
                "PAYCRYPT_KEY", "pk 1",
                "PAYCRYPT_SECRET", " sk_1");

        assertThatThrownBy(
                        () -> PayCryptClient.builder(new Environment(variables)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "the base URL has user info",
                        "the base URL is plain http",
                        "the API key has a character at position 2",
                        "the secret has whitespace")
                .hasMessageNotContainingAny("word", "pk 1", "sk_1");
    }

    @Test
    void aWrongKeyIsNamedBesideAMissingSecret() {
        Map<String, String> variables =
                Map.of("PAYCRYPT_BASE_URL", "https://paycrypt.example/\n", "PAYCRYPT_KEY", "pk 1");

        assertThatThrownBy(
                        () -> PayCryptClient.builder(new Environment(variables)).build())
                .hasMessageContainingAll(
                        "the base URL has whitespace, a control character or a backslash at position 25",
                        "the API key has a character at position 2",
                        "the secret is missing or blank",
                        "PAYCRYPT_SECRET");
    }

    @Test
    void allThatIsMissingInTheEnvironmentIsNamed() {
        Map<String, String> variables = Map.of("PAYCRYPT_KEY", " ", "PAYCRYPT_ALLOW_PLAIN_HTTP", "maybe");

        assertThatThrownBy(
                        () -> PayCryptClient.builder(new Environment(variables)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "the base URL is missing or blank",
                        "PAYCRYPT_BASE_URL",
                        "the API key is missing or blank",
                        "PAYCRYPT_KEY",
                        "the secret is missing or blank",
                        "PAYCRYPT_SECRET",
                        "PAYCRYPT_ALLOW_PLAIN_HTTP is neither true nor false")
                .hasMessageNotContaining("the credentials are missing");
    }

    @Test
    void theEnvironmentAndWhatFollowsAreCheckedTogether() {
        assertThatThrownBy(() -> PayCryptClient.builder(new Environment(Map.of("PAYCRYPT_SECRET", "${SECRET}")))
                        .callTimeout(Duration.ZERO)
                        .build())
                .hasMessageContainingAll(
                        "the base URL is missing",
                        "the API key is missing",
                        "the secret has a placeholder",
                        "callTimeout");
    }

    @Test
    void theEnvironmentMayLackWhatTheBuilderAllows() {
        Map<String, String> variables =
                Map.of("PAYCRYPT_BASE_URL", "http://sandbox:8080", "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1");

        assertThatCode(() -> PayCryptClient.builder(new Environment(variables))
                        .allowPlainHttp()
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void theProcessesEnvironmentIsRead() {
        assertThat(System.getenv()).doesNotContainKeys("PAYCRYPT_BASE_URL", "PAYCRYPT_KEY", "PAYCRYPT_SECRET");

        assertThatThrownBy(() -> PayCryptClient.builderFromEnvironment().build())
                .hasMessageContainingAll("PAYCRYPT_BASE_URL", "PAYCRYPT_KEY", "PAYCRYPT_SECRET");
        assertThatThrownBy(PayCryptClient::fromEnvironment)
                .hasMessageContainingAll("PAYCRYPT_BASE_URL", "PAYCRYPT_KEY", "PAYCRYPT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", ", false"})
    void theEnvironmentMayAllowPlainHttp(String setting, boolean allowed) {
        Map<String, String> variables = new java.util.HashMap<>(
                Map.of("PAYCRYPT_BASE_URL", "http://sandbox:8080", "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1"));
        if (setting != null) {
            variables.put("PAYCRYPT_ALLOW_PLAIN_HTTP", setting);
        }

        if (allowed) {
            assertThatCode(() -> PayCryptClient.builder(new Environment(variables))
                            .build()
                            .close())
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() ->
                            PayCryptClient.builder(new Environment(variables)).build())
                    .hasMessageContaining("PAYCRYPT_ALLOW_PLAIN_HTTP=true");
        }
    }

    @Test
    void aDerivedClientOutlivesTheFirst() {
        server.enqueue(Sessions.created());
        PayCryptClient first =
                PayCryptClient.builder(server.url("/").toString(), CREDENTIALS).build();

        try (PayCryptClient derived =
                first.toBuilder().retryPolicy(RetryPolicy.none()).build()) {
            first.close();
            assertThat(derived.paymentSessions().create(Sessions.request()).id())
                    .isEqualTo("ps_1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatWouldReachAnotherPathIsRejected(String id) {
        try (PayCryptClient client =
                PayCryptClient.builder(server.url("/").toString(), CREDENTIALS).build()) {
            assertThatThrownBy(() -> client.paymentSessions().retrieve(id))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "../x, ..%2Fx",
        "a?b, a%3Fb",
        "a#b, a%23b",
        "'a b', a%20b",
        "%2e%2e, %252e%252e",
        "ö, %C3%B6"
    })
    void anIdStaysOneSegmentOfThePath(String id, String encoded) throws InterruptedException {
        server.enqueue(Sessions.answer(200, Sessions.json("ps_1")));

        try (PayCryptClient client =
                PayCryptClient.builder(server.url("/").toString(), CREDENTIALS).build()) {
            client.paymentSessions().retrieve(id);
        }

        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/payment_sessions/" + encoded);
    }

    @Test
    void policiesSayWhatTheyAllow() {
        assertThat(RetryPolicy.standard().retries()).isEqualTo(2);
        assertThat(RetryPolicy.standard().retriedOutcomes()).containsExactlyInAnyOrder(Outcome.values());
        assertThat(RetryPolicy.onlyIfNotSent().retriedOutcomes()).containsExactly(Outcome.NOT_SENT);
        assertThat(RetryPolicy.onlyIfNotSent()).hasToString("RetryPolicy[retries=2, only if not sent]");
        assertThat(RetryPolicy.standard().retries(0))
                .isEqualTo(RetryPolicy.none())
                .hasSameHashCodeAs(RetryPolicy.none())
                .isNotEqualTo(RetryPolicy.standard())
                .isNotEqualTo(RetryPolicy.onlyIfNotSent().retries(0));
        assertThatThrownBy(() -> RetryPolicy.standard().retries(21)).hasMessageContaining("0 to 20, not 21");
    }
}
