package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.Outcome;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://paycrypt.example",
                "https://paycrypt.example:8443/prefix/",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "https://"
            })
    void everythingElseIsRefused(String url) {
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
    void theEnvironmentDescribesAClient() {
        Map<String, String> variables = Map.of(
                "PAYCRYPT_BASE_URL", server.url("/").toString(), "PAYCRYPT_KEY", "pk_1", "PAYCRYPT_SECRET", "sk_1");
        server.enqueue(Sessions.created());

        try (PayCryptClient client = new Environment(variables).builder().build()) {
            assertThat(client.paymentSessions().create(Sessions.request()).id()).isEqualTo("ps_1");
        }
    }

    @Test
    void allThatIsWrongInTheEnvironmentIsNamed() {
        Map<String, String> variables = Map.of(
                "PAYCRYPT_BASE_URL", "http://user:word@paycrypt.example",
                "PAYCRYPT_KEY", "pk 1",
                "PAYCRYPT_SECRET", " sk_1");

        assertThatThrownBy(() -> new Environment(variables).builder())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "the base URL has user info",
                        "the base URL is plain http",
                        "the API key has a character at position 2",
                        "the secret has white space")
                .hasMessageNotContainingAny("word", "pk 1", "sk_1");
    }

    @Test
    void aWrongKeyIsNamedBesideAMissingSecret() {
        Map<String, String> variables =
                Map.of("PAYCRYPT_BASE_URL", "https://paycrypt.example/\n", "PAYCRYPT_KEY", "pk 1");

        assertThatThrownBy(() -> new Environment(variables).builder())
                .hasMessageContainingAll(
                        "the base URL has a blank, a control character or a backslash at position 25",
                        "the API key has a character at position 2",
                        "PAYCRYPT_SECRET is not set");
    }

    @Test
    void allThatIsMissingInTheEnvironmentIsNamed() {
        Map<String, String> variables = Map.of("PAYCRYPT_KEY", " ", "PAYCRYPT_ALLOW_PLAIN_HTTP", "maybe");

        assertThatThrownBy(() -> new Environment(variables).builder())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "PAYCRYPT_BASE_URL is not set",
                        "PAYCRYPT_KEY is blank",
                        "PAYCRYPT_SECRET is not set",
                        "PAYCRYPT_ALLOW_PLAIN_HTTP is neither true nor false");
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
            assertThatCode(() -> new Environment(variables).builder().build().close())
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new Environment(variables).builder().build())
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
    void anIdThatWouldReachAnotherPathIsRefused(String id) {
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
        assertThat(RetryPolicy.standard().allows(Outcome.UNKNOWN, 1)).isTrue();
        assertThat(RetryPolicy.standard().allows(Outcome.UNKNOWN, 2)).isFalse();
        assertThat(RetryPolicy.onlyIfNotSent().allows(Outcome.REJECTED, 0)).isFalse();
        assertThat(RetryPolicy.onlyIfNotSent()).hasToString("RetryPolicy[retries=2, only if not sent]");
        assertThat(RetryPolicy.standard().retries(0))
                .isEqualTo(RetryPolicy.none())
                .hasSameHashCodeAs(RetryPolicy.none())
                .isNotEqualTo(RetryPolicy.standard())
                .isNotEqualTo(RetryPolicy.onlyIfNotSent().retries(0));
        assertThatThrownBy(() -> RetryPolicy.standard().retries(21)).hasMessageContaining("0 to 20, not 21");
    }
}
