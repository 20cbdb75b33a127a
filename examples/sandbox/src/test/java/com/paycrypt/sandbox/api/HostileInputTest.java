package com.paycrypt.sandbox.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.support.Merchant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final Sandbox SANDBOX = Sandbox.start();
    private static final Merchant MERCHANT = new Merchant(SANDBOX);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"text\"",
            "42",
            "{",
            "{}",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "{'order_id':'x'}",
            "\uFEFF{}",
            "{\"amount\":NaN}",
            "{\"amount\":" + "9".repeat(5000) + "}",
            "{\"amount\":1e999999999}",
            "[".repeat(100_000),
            "{\"a\":".repeat(10_000),
            "{\"order_id\":\"\\ud800\"}",
            "{\"order_id\":{},\"amount\":[],\"currency\":1,\"success_url\":{},\"cancel_url\":[]}",
            order("amount", "\"" + "9".repeat(100) + "\""),
            order("amount", "\"1." + "0".repeat(100) + "\""),
            order("amount", "true"),
            order("order_id", "\"" + "x".repeat(65) + "\""),
            order("order_id", "7"),
            order("order_id", "\"\\ud800\""),
            order("metadata", "{\"k\":\"\\udc00\"}"),
            order("currency", "\"DOUBLOONS\""),
            order("customer", "\"buyer\""),
            order("customer", "{\"email\":[]}"),
            order("metadata", "[1]"),
            order("metadata", "{\"x\":1e10000}"),
            order("metadata", "{\"x\":[{\"y\":-1e-10000}]}"),
            order("metadata", "{\"x\":1e999999999}"),
            order("amount", "1e999999999"),
            order("amount", "\"1e999999999\""),
            order("success_url", "\"https://x/" + "a".repeat(3000) + "\""),
            order("webhook_url", "\"http://[::1\""),
            order("webhook_url", "[]"));
    private static final List<byte[]> NO_TEXTS = List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
            "{}".getBytes(StandardCharsets.UTF_16));

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    static Stream<byte[]> bodies() {
        return Stream.concat(TEXTS.stream().map(text -> text.getBytes(UTF_8)), NO_TEXTS.stream());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aSignedBodyThatIsNoOrderIsACleanBadRequest(byte[] body) {
        HttpResponse<String> answer = MERCHANT.create(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Merchant.json(answer).path("error").asText()).matches("[a-z_]+");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "\tat ");
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void aNumberOfAbsurdSizeIsNoSessionOfARunningServerEither(Dialect dialect) {
        try (Sandbox sandbox = Sandbox.builder().dialect(dialect).start()) {
            for (String body : List.of(
                    order("amount", "1e999999999"),
                    order("amount", "1e300"),
                    order("metadata", "{\"x\":1e10000}"),
                    order("metadata", "1e999999999"))) {
                assertThat(new Merchant(sandbox).create(body.getBytes(UTF_8)).statusCode())
                        .isIn(400, 500);
            }
            assertThat(sandbox.sessions()).isEmpty();
        }
    }

    @Test
    void anOrderMutatedAtRandomIsAnOrderOrABadRequest() {
        Random random = new Random(1_723_650_000);
        for (int n = 0; n < 1_000; n++) {
            byte[] body = mutated(Merchant.order("ORD-1").toString().getBytes(UTF_8), random);

            assertThat(MERCHANT.create(body).statusCode())
                    .as(new String(body, ISO_8859_1))
                    .isIn(201, 400);
        }
        assertThat(MERCHANT.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void anOverlongBodyIsRejectedByItsDeclaredLength() throws IOException {
        String request = "POST /api/v1/payment_sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Paycrypt-Key: " + SANDBOX.key()
                + "\r\nX-Paycrypt-Timestamp: " + Instant.now().getEpochSecond()
                + "\r\nX-Paycrypt-Signature: x\r\nContent-Length: 99999999\r\n\r\n";

        assertThat(raw(request)).startsWith("HTTP/1.1 413 ").contains("body_too_long");
    }

    @Test
    void anOverlongBodyIsRejectedByItsRealLength() {
        assertThat(MERCHANT.create(order("metadata", "{\"k\":\"" + "v".repeat(2_700_000) + "\"}")
                                .getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "POST /checkout/ps_000000000000/pay HTTP/1.1\r\nHost: localhost.evil.example\r\nContent-Length: 0\r\n\r\n"
            })
    void whatIsNotAddressedToLoopbackIsMisdirected(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 421 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8090", "[::1]", "LOCALHOST:1", "127.8.9.1"})
    void everyNameOfLoopbackIsTaken(String host) throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/payment_sessions/",
                "/checkout/",
                "/checkout/ps_000000000000",
                "/checkout/%70s_1/pay",
                "/checkout/../",
                "/checkout/ps_1%00",
                "/deliveries/nope",
                "/rejected/nope",
                "/assets/../Sandbox.class",
                "/%2e%2e/etc/passwd",
                "/favicon.ico"
            })
    void aPathThatLeadsNowhereIsNotFound(String path) {
        assertThat(MERCHANT.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /checkout/\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET mailto:x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /deliveries HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/payment_sessions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /controls/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nseconds=x",
                "POST /controls/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nfault=%zz",
                "\r\n\r\n\r\n"
            })
    void nonsenseNeverGetsAServerErrorOrAStackTrace(String request) throws IOException {
        assertThat(raw(request)).doesNotContain("HTTP/1.1 5").doesNotContain("\tat ");
        assertThat(MERCHANT.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aDoubledSlashIsRedirectedWithTheMethodKept() {
        HttpResponse<String> answer = MERCHANT.send(MERCHANT.post("//api//v1/payment_sessions", new byte[0]));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/payment_sessions");
    }

    @Test
    void anotherMethodIsToldWhichIsAllowed() {
        HttpResponse<String> answer = MERCHANT.get("/api/v1/payment_sessions");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    private static String order(String field, String json) {
        return Merchant.order("ORD-1")
                .without(field)
                .toString()
                .replaceFirst("}$", ",\"" + field + "\":" + json.replace("\\", "\\\\") + "}");
    }

    private static byte[] mutated(byte[] body, Random random) {
        for (int n = random.nextInt(4); n >= 0; n--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(body, random.nextInt(8) == 0 ? random.nextInt(body.length) : body.length);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SANDBOX.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
