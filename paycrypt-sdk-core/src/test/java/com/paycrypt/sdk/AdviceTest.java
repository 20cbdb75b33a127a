package com.paycrypt.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.faults.FaultServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tired developer reads at three in the morning. */
@Timeout(120)
class AdviceTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String SECRET = "s\"ec/ret<&>'1";

    @StartStop
    final MockWebServer server = PromptServer.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"invalid key\"} | the key is active and belongs to this server",
                "401 | {\"error\":\"invalid_key\"} | key and secret are not swapped",
                "403 | {\"error\":\"ip_not_allowed\"} | Allow this machine's address",
                "401 | {\"error\":\"bad_signature\",\"detail\":\"403 Forbidden: Bad signature\"} | the secret is that of the key",
                "401 | {\"error\":\"bad_signature\",\"detail\":\"403 Forbidden: Stale request\"} | Set this machine's clock",
                "403 | <html><h1>403</h1><p>Forbidden</p><p>Bad signature</p></html> | the secret is that of the key",
                "403 | <!doctype html><p class=x>Stale <b>request</b></p> | Set this machine's clock",
                "403 | <p>Bad timestamp</p> | Set this machine's clock",
                "403 | <P>Missing  signature headers</P> | a proxy or gateway that removes the X-Paycrypt-Key",
                "403 | <p></p> | this machine's address is allowed for the key",
                "400 | {\"error\":\"missing_fields\",\"fields\":[\"webhook_url\"]} | Correct the request",
                "404 | <h1>Not Found</h1> | without /api/v1; a slash at its end does no harm",
                "201 | <h1>Welcome</h1> | responded with 201, but not with a payment session: the body is not a JSON object"
            })
    void adviceGoesByWhatTheServerSaysThenByStatus(int status, String body, String advice) {
        server.enqueue(Sessions.answer(status, body));
        assertThat(failure()).hasMessageContaining(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body><h1>Forbidden</h1><p>Bad signature</p></body></html> | Bad signature",
                "<p>You &amp; I &lt;3&gt; &quot;it&#39;s&quot;</p> | You & I <3> \"it's\"",
                "<p>first</p><div><p>  last   one </p></div> | last one",
                "<html><body>Bad Gateway</body></html> | -",
                "<p>unclosed | -",
                "<pre>no paragraph</pre> | -"
            })
    void theSentenceOfAPageIsItsDetail(String page, String detail) {
        server.enqueue(Sessions.answer(403, page));
        assertThat(failure().detail().orElse("-")).isEqualTo(detail);
    }

    /** What is wrong with the server's URL is not the caller's to correct. */
    @Test
    void aCheckoutThatNoCustomerMaySeeIsDescribedWithoutAdviceToItsAuthor() {
        server.enqueue(Sessions.answer(
                201,
                "{\"id\":\"ps_1\",\"status\":\"created\",\"checkout_url\":\"https://p.tld/\u202e\",\"expires_at\":5}"));
        assertThat(failure())
                .hasMessageContaining("the checkout_url has an invisible character at position 14 (U+202E);"
                        + " no customer may be sent there. A session may have been created");
    }

    @Test
    void aClockThatFailsIsNotBlamedOnTheCredentialsAlone() {
        Clock broken = new Clock() {
            @Override
            public Instant instant() {
                throw new IllegalStateException("no time");
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        try (PayCryptClient client =
                client().retryPolicy(RetryPolicy.none()).clock(broken).build()) {
            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                    .hasMessageContaining(
                            "the credentials provider or the clock failed with java.lang.IllegalStateException"
                                    + " (no time). Nothing was sent. Check the CredentialsProvider, and the Clock");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aLongTextIsNoSentence() {
        server.enqueue(Sessions.answer(403, "<p>" + "x".repeat(201) + "</p>"));
        assertThat(failure().detail()).isEmpty();
    }

    @Test
    void equalFailuresAreNamedOnce() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Sessions.answer(503, ""));
        }
        try (PayCryptClient client =
                client().retryPolicy(RetryPolicy.standard()).build()) {
            PayCryptApiException failure = catchThrowableOfType(
                    PayCryptApiException.class, () -> client.paymentSessions().create(Sessions.request()));
            assertThat(failure)
                    .hasMessageContaining("after 3 attempts: the server responded with 503")
                    .hasMessageNotContaining("before that");
        }
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void aSecretThatTheServerEchoesIsNowhere(String body) {
        server.enqueue(Sessions.answer(400, body));
        PayCryptApiException failure = failure();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace + failure.body() + failure.code() + failure.detail() + failure.fields())
                .contains("[secret]")
                .doesNotContain(SECRET, "s\\\"ec", "s%22ec", "s&quot;ec", "s&#34;ec", "ec/ret", "ec\\/ret", "ec%2Fret");
    }

    static Stream<String> echoes() {
        String json = SECRET.replace("\"", "\\\"");
        return Stream.of(
                "{\"error\":\"" + json + "\"}",
                "{\"error\":\"x\",\"detail\":\"got " + json + "!\"}",
                "{\"error\":\"x\",\"fields\":[\"" + json.replace("/", "\\/") + "\"]}",
                "{\"error\":{\"code\":\"c\",\"message\":\"" + json + "\"}}",
                "<p>secret s&quot;ec/ret&lt;&amp;&gt;&#39;1</p>",
                "<p>secret s&#34;ec/ret&lt;&amp;&gt;&#39;1</p>",
                "secret=s%22ec%2Fret%3C%26%3E%271&x=1",
                "plain " + SECRET);
    }

    /** A server that rejects each first attempt with a date another 23 h ahead. */
    @Test
    void theClockStaysWithinADayOfThisMachines() {
        FakeTime time = new FakeTime(NOON);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Instant signed = Sessions.timestamp(request);
                assertThat(Duration.between(time.now(), signed).abs()).isLessThanOrEqualTo(Duration.ofHours(24));
                boolean first = server.getRequestCount() % 2 == 1;
                return (first ? Sessions.answer(401, "{\"error\":\"stale\"}") : Sessions.created())
                        .newBuilder()
                        .setHeader("Date", Sessions.httpDate(signed.plus(Duration.ofHours(23))))
                        .build();
            }
        });
        try (PayCryptClient client = time.on(
                        PayCryptClient.builder(server.url("/").toString(), Sessions.CREDENTIALS))
                .build()) {
            client.paymentSessions().create(Sessions.request());
            for (int i = 0; i < 4; i++) {
                try {
                    client.paymentSessions().create(Sessions.request());
                } catch (PayCryptApiException e) {
                    assertThat(e.status()).isEqualTo(401);
                }
            }
        }
    }

    @Test
    void tlsToAPlainServerIsNamed() throws Exception {
        try (FaultServer plain = new FaultServer((self, connection) -> self.idle(60_000));
                PayCryptClient client = PayCryptClient.builder(
                                plain.url().replace("http:", "https:"), Sessions.CREDENTIALS)
                        .retryPolicy(RetryPolicy.none())
                        .attemptTimeout(Duration.ofSeconds(2))
                        .build()) {
            assertThat(catchThrowableOfType(
                            PayCryptConnectionException.class,
                            () -> client.paymentSessions().create(Sessions.request())))
                    .hasMessageContaining(
                            "the TLS handshake with " + plain.url().replace("http:", "https:") + " got no response")
                    .hasMessageContaining("speaks plain http");
        }
    }

    @Test
    void aPlainAnswerToTlsIsNamed() throws Exception {
        try (FaultServer plain = new FaultServer((self, connection) -> connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                PayCryptClient client = PayCryptClient.builder(
                                plain.url().replace("http:", "https:"), Sessions.CREDENTIALS)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            assertThat(catchThrowableOfType(
                            PayCryptConnectionException.class,
                            () -> client.paymentSessions().create(Sessions.request())))
                    .hasMessageContaining("speaks plain http");
        }
    }

    private PayCryptApiException failure() {
        try (PayCryptClient client = client().build()) {
            return catchThrowableOfType(
                    PayCryptApiException.class, () -> client.paymentSessions().create(Sessions.request()));
        }
    }

    private PayCryptClient.Builder client() {
        return new FakeTime(NOON)
                .on(PayCryptClient.builder(server.url("/").toString(), Credentials.of("pk_1", SECRET)))
                .retryPolicy(RetryPolicy.none());
    }
}
