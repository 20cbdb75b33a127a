package com.paycrypt.sdk;

import static com.paycrypt.sdk.Sessions.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.paycrypt.sdk.call.RetryPolicy;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.faults.Behaviours;
import com.paycrypt.sdk.faults.FaultServer;
import com.paycrypt.sdk.faults.Way;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the body of an error is, the error is told with what could be understood of it. */
@Execution(ExecutionMode.CONCURRENT)
class ErrorShapesTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeIsUnderstood(int status, String body, String code, String detail, List<String> fields) {
        server.enqueue(Sessions.answer(status, body));

        PayCryptApiException failure = failure();

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code().orElse("-")).isEqualTo(code);
        assertThat(failure.detail().orElse("-")).isEqualTo(detail);
        assertThat(failure.fields()).isEqualTo(fields);
        assertThat(failure.body()).isEqualTo(body.replace("\n", "\\u000a"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape(401, "{\"error\":\"invalid key\"}", "invalid key", "-"),
                shape(403, "{\"error\":\"ip_not_allowed\"}\n", "ip_not_allowed", "-"),
                shape(401, "{\"error\":\"bad_signature\",\"detail\":\"403: Stale\"}", "bad_signature", "403: Stale"),
                shape(400, "{\"error\":\"missing fields\",\"fields\":[\"a\",\"b\"]}", "missing fields", "-", "a", "b"),
                shape(400, "{\"fields\":{\"a\":\"wrong\",\"b\":[1]},\"error\":\"x\"}", "x", "-", "a", "b"),
                shape(500, "{\"error\":{\"code\":17,\"message\":\"boom\"}}", "17", "boom"),
                shape(400, "{\"message\":\"no\",\"code\":\"c\"}", "c", "no"),
                shape(400, "{\"error\":\"first\",\"broken", "first", "-"),
                shape(400, "{\"error\":null,\"detail\":{\"deep\":[1,2]}}", "-", "-"),
                shape(404, "[\"error\"]", "-", "-"),
                shape(404, "\"error\"", "-", "-"),
                shape(502, "<html><body>Bad Gateway</body></html>", "-", "-"),
                shape(404, "not json {", "-", "-"),
                shape(404, "", "-", "-"));
    }

    private static Arguments shape(int status, String body, String code, String detail, String... fields) {
        return Arguments.of(status, body, code, detail, List.of(fields));
    }

    @Test
    void bytesThatAreNoTextAreShownAsReplacements() {
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .body(new Buffer().write(new byte[] {(byte) 0xFF, 'x', 0, 0x1B}))
                .build());

        assertThat(failure().body()).isEqualTo("\uFFFDx\\u0000\\u001b");
    }

    @Test
    void aLongBodyIsCutAndALongLineOfTheServersStaysBounded() {
        String much = "m".repeat(100_000);
        server.enqueue(Sessions.answer(400, "{\"error\":\"" + much + "\",\"fields\":[\"" + much + "\"]}"));

        PayCryptApiException failure = failure();

        assertThat(failure.body()).hasSize(4096);
        assertThat(failure.code().orElseThrow()).hasSize(1000);
        assertThat(failure.getMessage()).hasSizeLessThan(1500);
    }

    @Test
    void aBodyIsLimitedAfterDecompression() throws Exception {
        Buffer bomb = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(bomb))) {
            for (int i = 0; i < 64; i++) {
                gzip.writeUtf8(" ".repeat(1 << 20));
            }
        }
        server.enqueue(new MockResponse.Builder()
                .code(201)
                .addHeader("Content-Encoding", "gzip")
                .body(bomb)
                .build());

        assertThat(failure()).hasMessageContaining("the body is over 1 MiB and was not read on");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorWhoseBodyBreaksOffIsStillThatError(Way way) throws Exception {
        try (FaultServer faults = new FaultServer(Behaviours.truncated("403 Forbidden"));
                PayCryptClient client = client(faults.url())) {
            PayCryptApiException failure = catchThrowableOfType(
                    PayCryptApiException.class, () -> way.create(client.paymentSessions(), Sessions.request()));

            assertThat(failure.status()).isEqualTo(403);
            assertThat(failure.body()).startsWith("{\"id\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorWhoseBodyDripsIsStillThatError(Way way) throws Exception {
        try (FaultServer faults = new FaultServer(Behaviours.dripping("400 Bad Request"));
                PayCryptClient client = client(faults.url()).toBuilder()
                        .attemptTimeout(Await.REACHED_IN_TIME)
                        .build()) {
            PayCryptApiException failure = catchThrowableOfType(
                    PayCryptApiException.class, () -> way.create(client.paymentSessions(), Sessions.request()));

            assertThat(failure.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("unreadableDates")
    void aDateThatIsNoAsciiHidesNoError(String header, int status, Way way) throws Exception {
        try (FaultServer faults = new FaultServer(Behaviours.answer("HTTP/1.1 " + status + " No\n" + header, ""));
                PayCryptClient client = client(faults.url())) {
            PayCryptApiException failure = catchThrowableOfType(
                    PayCryptApiException.class, () -> way.create(client.paymentSessions(), Sessions.request()));

            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.retryAfter()).isEmpty();
        }
    }

    static Stream<Arguments> unreadableDates() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        Arguments.of("Retry-After: spät", 503, way),
                        Arguments.of("Retry-After: spät", 429, way),
                        Arguments.of("Date: Di, 13 März 2024 12:00:00 GMT", 401, way)));
    }

    @Test
    void theServersRequestIdIsTold() {
        server.enqueue(Sessions.answer(500, "")
                .newBuilder()
                .setHeader("X-Request-ID", "srv-42")
                .build());

        assertThat(failure().requestId()).isEqualTo("srv-42");
    }

    @Test
    void aProxysDemandForCredentialsIsTold() {
        server.enqueue(Sessions.answer(407, ""));

        try (PayCryptClient client = client(server.url("/").toString())) {
            assertThatThrownBy(() -> client.paymentSessions().create(Sessions.request()))
                    .hasMessageContaining("407");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:word@pay.example/p/api?token=x#y, https://pay.example/p/api",
        "/elsewhere, /elsewhere",
        "//pay.example:8443/a%0Ab, http://pay.example:8443/a\\u000ab"
    })
    void aRedirectIsToldForByWhereItLeads(String location, String told) {
        server.enqueue(Sessions.answer(308, "")
                .newBuilder()
                .setHeader("Location", location)
                .build());

        assertThat(failure())
                .hasMessageContaining("the address that the server itself gives: ")
                .hasMessageContaining(told)
                .hasMessageNotContainingAny("token", "word", "user");
    }

    @Test
    void aRedirectToNoWebAddressIsNotQuoted() {
        server.enqueue(Sessions.answer(302, "")
                .newBuilder()
                .setHeader("Location", "javascript:alert(1)")
                .build());

        assertThat(failure()).hasMessageNotContaining("alert");
    }

    private PayCryptApiException failure() {
        try (PayCryptClient client = client(server.url("/").toString())) {
            return catchThrowableOfType(
                    PayCryptApiException.class, () -> client.paymentSessions().create(Sessions.request()));
        }
    }

    private static PayCryptClient client(String url) {
        return PayCryptClient.builder(url, CREDENTIALS)
                .retryPolicy(RetryPolicy.none())
                .build();
    }
}
