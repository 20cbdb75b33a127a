package com.paycrypt.sandbox.api;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.wire.Dialect;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialectTest {
    private static final byte[] NO_JSON = "{".getBytes(UTF_8);

    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void runningServersSortTheirKeysAndEndWithANewline(Dialect dialect) {
        sandbox.dialect(dialect);
        HttpResponse<String> answer = merchant.create(complete("ORD-1"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).matches("\\{\"checkout_url\":.*,\"expires_at\":.*,\"id\":.*,\"status\":.*}\n");
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void newerServersAnswerWithTheOpenSessionWhateverTheAmount() {
        sandbox.dialect(Dialect.NEWER);
        JsonNode first = json(merchant.create(order("ORD-1")));
        HttpResponse<String> again = merchant.create(order("ORD-1").put("amount", "1.00"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("id")).isEqualTo(first.path("id"));
        assertThat(json(again).path("expires_at").asLong())
                .isEqualTo(
                        first.path("expires_at").asLong() + Duration.ofHours(2).toSeconds());
    }

    @Test
    void newerServersMakeANewSessionOnceTheFirstIsSettled() {
        sandbox.dialect(Dialect.NEWER);
        sandbox.pay(json(merchant.create(order("ORD-1"))).path("id").asText());

        assertThat(merchant.create(order("ORD-1")).statusCode()).isEqualTo(201);
    }

    @Test
    void olderServersMakeASessionOnEveryCall() {
        sandbox.dialect(Dialect.OLDER);

        assertThat(json(merchant.create(complete("ORD-1"))).path("id"))
                .isNotEqualTo(json(merchant.create(complete("ORD-1"))).path("id"));
    }

    @Test
    void olderServersRefuseWithPages() {
        sandbox.dialect(Dialect.OLDER);

        assertPage(merchant.create(NO_JSON), 500, "Internal Server Error");
        assertPage(merchant.send(merchant.post("/api/v1/payment_sessions", NO_JSON)), 403, "Missing headers");
        assertPage(merchant.send(merchant.signed("1", NO_JSON, "")), 403, "Stale request");
        assertPage(merchant.send(merchant.signed(now(), NO_JSON, "")), 403, "Bad signature");
        assertThat(merchant.create(order("ORD-1")).body())
                .isEqualTo("{\"error\":\"missing fields\",\"fields\":[\"webhook_url\"]}");
        assertThat(merchant.create(complete("ORD-1").put("amount", "0")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void newerServersRefuseWithJsonOfTwoShapes() {
        sandbox.dialect(Dialect.NEWER);

        assertThat(merchant.send(merchant.signed("1", NO_JSON, "")).body())
                .isEqualTo("{\"error\":\"bad_signature\",\"detail\":\"403 Forbidden: Stale request\"}");
        assertThat(json(merchant.create(NO_JSON)).path("error").path("code").asInt())
                .isEqualTo(500);
        assertThat(merchant.create(order("ORD-1").put("amount", "0")).body())
                .isEqualTo("{\"error\":\"invalid_amount\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void runningServersRoundAndBreakOnWhatIsTooLong(Dialect dialect) {
        sandbox.dialect(dialect);
        String rounded = json(merchant.create(complete("ORD-1").put("amount", "1.235")))
                .path("id")
                .asText();

        assertThat(sandbox.session(rounded).orElseThrow().order().amount()).isEqualByComparingTo("1.24");
        for (ObjectNode overlong : List.of(
                complete("x".repeat(65)),
                complete("ORD-2").put("currency", "ABCDEF"),
                complete("ORD-3").put("amount", "1234567890123456789"))) {
            assertThat(merchant.create(overlong).statusCode()).isEqualTo(500);
        }
    }

    @Test
    void olderServersShowASessionToAnyoneWithTheAmountAsAFloat() {
        sandbox.dialect(Dialect.OLDER);
        String id = json(merchant.create(complete("ORD-1"))).path("id").asText();
        sandbox.advance(Duration.ofHours(1));
        HttpResponse<String> answer = merchant.get("/api/v1/payment_sessions/" + id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"amount\":49.0,", "\"status\":\"created\"")
                .doesNotContain("checkout_url");
    }

    @Test
    void newerServersHideWhatExists() {
        sandbox.dialect(Dialect.NEWER);
        String id = json(merchant.create(order("ORD-1"))).path("id").asText();

        assertThat(merchant.get("/api/v1/payment_sessions/" + id).statusCode()).isEqualTo(404);
    }

    private static ObjectNode complete(String orderId) {
        return order(orderId).put("webhook_url", "http://127.0.0.1:9/hook");
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private static void assertPage(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains(text);
    }
}
