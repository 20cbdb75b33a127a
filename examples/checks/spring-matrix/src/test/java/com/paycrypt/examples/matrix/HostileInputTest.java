package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What anybody on the internet may send: each gets the status that the PayCrypt API guide asks for, and never a 500. */
@Tag("alone")
@Tag("full")
@Tag("server")
class HostileInputTest {
    private static final String PATH = "/api/paycrypt/webhook";
    private static final String KEY = "X-Paycrypt-Key";
    private static final String TIMESTAMP = "X-Paycrypt-Timestamp";
    private static final String SIGNATURE = "X-Paycrypt-Signature";

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(Applications.WithController.class, "paycrypt.webhook.max-body-size=4KB");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void isRejectedBeforeTheShopSeesIt(String what, int status, HttpRequest.Builder request) throws Exception {
        int before = shop.bean(Applications.Controller.class).taken.size();

        HttpResponse<String> answer = shop.send(request.build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).hasSizeLessThan(64);
        assertThat(shop.bean(Applications.Controller.class).taken).hasSize(before);
    }

    static Stream<Arguments> isRejectedBeforeTheShopSeesIt() {
        return Stream.of(headers(), timestamps(), signatures(), bodies()).flatMap(cases -> cases);
    }

    private static Stream<Arguments> headers() {
        return Stream.of(
                rejected("a GET", 405, genuine().GET()),
                rejected("a PUT", 405, genuine().method("PUT", BodyPublishers.ofString(Shop.PAID))),
                rejected("a DELETE", 405, genuine().DELETE()),
                rejected("no header at all", 401, shop.request(PATH).POST(BodyPublishers.ofString(Shop.PAID))),
                rejected("an unknown key", 401, genuine().setHeader(KEY, "pk_other")),
                rejected("an empty key", 401, genuine().setHeader(KEY, "")),
                rejected("the key twice", 401, genuine().header(KEY, "pk_test_1")),
                rejected("the timestamp twice", 401, genuine().header(TIMESTAMP, "1")),
                rejected("the signature twice", 401, genuine().header(SIGNATURE, "0".repeat(64))));
    }

    private static Stream<Arguments> timestamps() {
        return Stream.of(
                rejected("a signed timestamp", 400, genuine().setHeader(TIMESTAMP, "+1723650000")),
                rejected("a leading zero", 400, genuine().setHeader(TIMESTAMP, "01723650000")),
                rejected("words", 400, genuine().setHeader(TIMESTAMP, "now")),
                rejected("no timestamp", 400, genuine().setHeader(TIMESTAMP, "")),
                rejected("the largest long", 400, genuine().setHeader(TIMESTAMP, "" + Long.MAX_VALUE)),
                rejected("an old delivery", 400, signedAt(Duration.ofSeconds(-310))),
                rejected("a future delivery", 400, signedAt(Duration.ofSeconds(600))));
    }

    private static Stream<Arguments> signatures() {
        return Stream.of(
                rejected("no signature", 401, genuine().setHeader(SIGNATURE, "")),
                rejected("a short signature", 401, genuine().setHeader(SIGNATURE, "ab")),
                rejected("a wrong signature", 401, genuine().setHeader(SIGNATURE, "0".repeat(64))),
                rejected("an upper-case signature", 401, genuine().setHeader(SIGNATURE, "A".repeat(64))),
                rejected("another's secret", 401, signedBy("sk_guessed")),
                rejected("a changed body", 401, genuine().POST(BodyPublishers.ofString(Shop.PAID + " "))),
                rejected("no body", 401, genuine().POST(BodyPublishers.noBody())));
    }

    private static Stream<Arguments> bodies() {
        return Stream.of(
                rejected("a genuine signature over nothing", 400, of("")),
                rejected("a genuine array", 400, of("[]")),
                rejected("a genuine object without a type", 400, of("{}")),
                rejected("a type twice", 400, of("{\"type\":\"a\",\"type\":\"b\"}")),
                rejected("two documents", 400, of("{\"type\":\"a\"}{}")),
                rejected("a byte order mark", 400, of("\uFEFF{\"type\":\"a\"}")),
                rejected("depth", 400, of("{\"type\":\"a\",\"data\":" + "[".repeat(2000) + "]".repeat(2000) + "}")),
                rejected("more than the limit", 413, of("{\"type\":\"a\",\"data\":\"" + "x".repeat(5000) + "\"}")),
                rejected("more than the limit, undeclared", 413, chunked("x".repeat(5000))));
    }

    private static Arguments rejected(String what, int status, HttpRequest.Builder request) {
        return Arguments.of(what, status, request);
    }

    private static HttpRequest.Builder genuine() {
        return shop.signed(Shop.paid(), PATH);
    }

    private static HttpRequest.Builder of(String body) {
        return shop.signed(Shop.sign(body), PATH);
    }

    private static HttpRequest.Builder chunked(String body) {
        SignedWebhook delivery = Shop.sign(body);
        return shop.signed(delivery, PATH)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(delivery.body())));
    }

    private static HttpRequest.Builder signedAt(Duration offset) {
        Clock clock = Clock.offset(Clock.systemUTC(), offset);
        return shop.signed(WebhookSigner.of(Shop.CREDENTIALS, clock).sign(paid()), PATH);
    }

    private static HttpRequest.Builder signedBy(String secret) {
        Credentials other = Credentials.of(Shop.CREDENTIALS.key(), secret);
        return shop.signed(WebhookSigner.of(other).sign(paid()), PATH);
    }

    private static byte[] paid() {
        return Shop.PAID.getBytes(StandardCharsets.UTF_8);
    }
}
