package com.paycrypt.sandbox.api;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static com.paycrypt.sandbox.support.Merchant.signature;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.TestClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedApiTest {
    private static final long NOW = 1_723_650_000;
    private static final String EXAMPLE = "{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\"}";

    private final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));
    private final Sandbox sandbox = Sandbox.builder()
            .credentials("YOUR_KEY", "YOUR_SECRET")
            .clock(clock)
            .start();
    private final Merchant merchant = new Merchant(sandbox);
    private final byte[] body = order("ORD-123").toString().getBytes(UTF_8);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theGuidesVectorPassesTheSignatureAndFailsOnItsFieldsAlone() {
        String known = "cb859a554e0b9c2d46ff786ca5b9e82365c2840af40125e4dbaadf6d3eb8822b";
        HttpResponse<String> answer = merchant.send(merchant.signed("1723650000", EXAMPLE.getBytes(UTF_8), known));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"missing_fields\",\"fields\":[\"success_url\",\"cancel_url\"]}");
    }

    @ParameterizedTest
    @CsvSource({"0, 201", "-300, 201", "300, 201", "-301, 400", "301, 400", "-100000000, 400", "99999999999, 400"})
    void threeHundredSecondsEitherWayPassAndNoMore(long off, int status) {
        assertThat(signedAt(Long.toString(NOW + off)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1723650000",
                "01723650000",
                "1723650000.0",
                "1723650000000",
                "1.72365e9",
                "0x66bcd2d0",
                "-1",
                "1723650000 1",
                "now",
                "2024-08-14T15:40:00Z",
                "99999999999999999999"
            })
    void aTimestampThatIsNoPlainIntegerIsABadRequest(String timestamp) {
        HttpResponse<String> answer = signedAt(timestamp);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"bad_timestamp\"}");
    }

    @Test
    void aMissingTimestampIsABadRequest() {
        HttpRequest.Builder request = merchant.post("/api/v1/payment_sessions", body)
                .header("X-Paycrypt-Key", "YOUR_KEY")
                .header("X-Paycrypt-Signature", signature("YOUR_SECRET", "", body));

        assertThat(merchant.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void aWrongKeyIsUnauthorizedEvenWithAStaleTimestamp() {
        HttpRequest.Builder request = merchant.signed("1", body, signature("YOUR_SECRET", "1", body))
                .setHeader("X-Paycrypt-Key", "ANOTHER_KEY");

        assertThat(merchant.send(request).statusCode()).isEqualTo(401);
        assertThat(merchant.send(request).body()).isEqualTo("{\"error\":\"invalid key\"}");
    }

    @Test
    void aMissingKeyIsUnauthorized() {
        assertThat(merchant.send(merchant.post("/api/v1/payment_sessions", body))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWrongSecretIsUnauthorized() {
        assertBadSignature(signature("ANOTHER_SECRET", now(), body));
    }

    @Test
    void aTamperedBodyIsUnauthorized() {
        byte[] tampered = order("ORD-123").put("amount", "0.01").toString().getBytes(UTF_8);
        HttpRequest.Builder request = merchant.signed(now(), tampered, signature("YOUR_SECRET", now(), body));

        assertThat(merchant.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignatureHasOneSpellingAlone() {
        String right = signature("YOUR_SECRET", now(), body);
        assertBadSignature(right.toUpperCase(Locale.ROOT));
        assertBadSignature("sha256=" + right);
        assertBadSignature(right + "00");
        assertBadSignature(right.substring(1));
        assertBadSignature("é".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Paycrypt-Key", "X-Paycrypt-Timestamp", "X-Paycrypt-Signature"})
    void aSecurityHeaderThatComesTwiceIsRejected(String header) {
        HttpRequest.Builder request = merchant.signed(now(), body, signature("YOUR_SECRET", now(), body));
        String value = request.build().headers().firstValue(header).orElseThrow();

        assertThat(merchant.send(request.header(header, value)).statusCode()).isEqualTo(401);
    }

    @Test
    void theRequestIdIsEchoed() {
        HttpRequest.Builder request = merchant.signed(now(), body, signature("YOUR_SECRET", now(), body))
                .header("X-Request-ID", "req-1");

        assertThat(merchant.send(request).headers().firstValue("X-Request-ID")).hasValue("req-1");
    }

    @Test
    void everyCreateMakesASession() {
        assertThat(json(create(order("ORD-1"))).path("id"))
                .isNotEqualTo(json(create(order("ORD-1"))).path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id", "amount", "currency", "success_url", "cancel_url"})
    void aMissingFieldIsNamed(String field) {
        HttpResponse<String> answer = create(order("ORD-1").putNull(field));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"missing_fields\",\"fields\":[\"" + field + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "1e3", "49,00", "abc", "1.001", " 1", "NaN", "٤٩", ".5", "5."})
    void anAmountThatIsNoPlainDecimalAboveZeroIsRejected(String amount) {
        HttpResponse<String> answer = create(order("ORD-1").put("amount", amount));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_amount\"}");
    }

    @Test
    void anAmountIsTextNotANumber() {
        assertThat(create(order("ORD-1").put("amount", 49.0)).body()).isEqualTo("{\"error\":\"invalid_amount\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "success_url, javascript:alert(1)",
        "success_url, /relative",
        "cancel_url, https://",
        "cancel_url, 'https://a b'",
        "webhook_url, http://merchant.tld:65536/hook",
        "webhook_url, http://merchant.tld:0/hook",
        "webhook_url, ftp://merchant.tld/hook",
        "webhook_url, file:///etc/passwd"
    })
    void aUrlThatLeadsNowhereIsRejected(String field, String url) {
        assertThat(create(order("ORD-1").put(field, url)).body())
                .isEqualTo("{\"error\":\"invalid_fields\",\"fields\":[\"" + field + "\"]}");
    }

    @Test
    void aWebhookUrlIsOptional() {
        assertThat(create(order("ORD-1")).statusCode()).isEqualTo(201);
    }

    @Test
    void aSessionIsShownToASignedGetAlone() {
        String id =
                json(create(order("ORD-9").put("amount", "0.10"))).path("id").asText();
        String path = "/api/v1/payment_sessions/" + id;
        HttpRequest.Builder signed = merchant.to(path)
                .header("X-Paycrypt-Key", "YOUR_KEY")
                .header("X-Paycrypt-Timestamp", now())
                .header("X-Paycrypt-Signature", signature("YOUR_SECRET", now(), new byte[0]));

        assertThat(merchant.get(path).statusCode()).isEqualTo(401);
        assertThat(json(merchant.send(signed)))
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("id", id)
                        .put("status", "created")
                        .put("checkout_url", sandbox.baseUrl() + "/checkout/" + id)
                        .put("expires_at", (int) NOW + 1800)
                        .put("order_id", "ORD-9")
                        .put("currency", "USD")
                        .put("amount", "0.10")
                        .set("metadata", order("").get("metadata")));
    }

    private HttpResponse<String> create(ObjectNode order) {
        byte[] bytes = order.toString().getBytes(UTF_8);
        return merchant.send(merchant.signed(now(), bytes, signature("YOUR_SECRET", now(), bytes)));
    }

    private HttpResponse<String> signedAt(String timestamp) {
        return merchant.send(merchant.signed(timestamp, body, signature("YOUR_SECRET", timestamp, body)));
    }

    private void assertBadSignature(String signature) {
        HttpResponse<String> answer = merchant.send(merchant.signed(now(), body, signature));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"bad_signature\"}");
    }

    private static String now() {
        return Long.toString(NOW);
    }
}
