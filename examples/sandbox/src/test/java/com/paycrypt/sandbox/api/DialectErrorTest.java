package com.paycrypt.sandbox.api;

import static com.paycrypt.sandbox.support.Merchant.order;
import static com.paycrypt.sandbox.support.Merchant.signature;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of errors of running servers, row by row. */
class DialectErrorTest {
    private static final byte[] BODY = order("ORD-1").toString().getBytes(UTF_8);
    private static final byte[] NO_JSON = "{".getBytes(UTF_8);

    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownKeyIsTheSameEverywhereAndComesBeforeAllElse(Dialect dialect) {
        sandbox.dialect(dialect);
        HttpRequest.Builder request = merchant.signed("1", BODY, "x").setHeader("X-Paycrypt-Key", "another");

        assertResponse(merchant.send(request), 401, "{\"error\":\"invalid key\"}");
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatIsNotAllowedIsTheSameEverywhere(Dialect dialect) {
        sandbox.dialect(dialect);
        sandbox.rules().add(Rule.of(Fault.IP_NOT_ALLOWED).times(1));

        assertResponse(merchant.create(BODY), 403, "{\"error\":\"ip_not_allowed\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "key, Missing signature headers",
        "timestamp, Missing signature headers",
        "signature, Missing signature headers",
        "malformed, Bad timestamp",
        "stale, Stale request",
        "wrong, Bad signature"
    })
    void whatTheSignatureLacksIsInTheLastParagraphOfAnOlderServersPageAndInTheDetailOfANewerOne(
            String what, String sentence) {
        sandbox.dialect(Dialect.OLDER);
        HttpResponse<String> page = merchant.send(lacking(what));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body().substring(page.body().lastIndexOf("<p>"))).startsWith("<p>" + sentence + "</p>");

        sandbox.dialect(Dialect.NEWER);
        assertResponse(
                merchant.send(lacking(what)),
                401,
                "{\"error\":\"bad_signature\",\"detail\":\"403 Forbidden: " + sentence + "\"}");
    }

    @Test
    void missingFieldsAreSpelledInTwoWays() {
        ObjectNode lacking = order("ORD-1").put("webhook_url", "http://127.0.0.1:9/");
        lacking.remove("amount");
        sandbox.dialect(Dialect.OLDER);
        assertResponse(merchant.create(lacking), 400, "{\"error\":\"missing fields\",\"fields\":[\"amount\"]}");

        sandbox.dialect(Dialect.NEWER);
        assertResponse(merchant.create(lacking), 400, "{\"error\":\"missing_fields\",\"fields\":[\"amount\"]}");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "0.001"})
    void anAmountOfNothingIsAcceptedByOlderServersAlone(String amount) {
        ObjectNode order = order("ORD-1").put("amount", amount).put("webhook_url", "http://127.0.0.1:9/");
        sandbox.dialect(Dialect.OLDER);
        assertThat(merchant.create(order).statusCode()).isEqualTo(201);

        sandbox.dialect(Dialect.NEWER);
        assertResponse(merchant.create(order), 400, "{\"error\":\"invalid_amount\"}");
    }

    @Test
    void whatIsNoJsonIsAServerErrorWhoseCodeIsText() {
        sandbox.dialect(Dialect.OLDER);
        HttpResponse<String> page = merchant.create(NO_JSON);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("<h1>Internal Server Error</h1>");

        sandbox.dialect(Dialect.NEWER);
        assertResponse(
                merchant.create(NO_JSON),
                500,
                "{\"error\":{\"code\":\"internal_error\",\"message\":\"An internal error occurred\"}}");
    }

    @Test
    void theErrorObjectOfNewerServersNamesTheRequest() {
        sandbox.dialect(Dialect.NEWER);
        HttpRequest.Builder request =
                merchant.to("/api/v1/payment_sessions/ps_1").header("X-Request-ID", "req-7");

        assertResponse(
                merchant.send(request),
                404,
                "{\"error\":{\"code\":\"not_found\",\"message\":\"The requested resource was not found\",\"request_id\":\"req-7\"}}");
    }

    @Test
    void aRateLimitIsSaidInTheJsonAndInNoHeader() {
        sandbox.dialect(Dialect.NEWER);
        sandbox.rules().add(Rule.of(Fault.RATE_LIMITED).times(1));
        HttpResponse<String> response = merchant.create(BODY);

        assertResponse(response, 429, "{\"error\":\"rate_limited\",\"retry_after\":1}");
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    }

    private HttpRequest.Builder lacking(String what) {
        String now = Long.toString(Instant.now().getEpochSecond());
        String right = signature(sandbox.secret(), now, BODY);
        HttpRequest.Builder bare = merchant.post("/api/v1/payment_sessions", BODY);
        return switch (what) {
            case "key" -> bare;
            case "timestamp" -> bare.header("X-Paycrypt-Key", sandbox.key()).header("X-Paycrypt-Signature", right);
            case "signature" -> bare.header("X-Paycrypt-Key", sandbox.key()).header("X-Paycrypt-Timestamp", now);
            case "malformed" -> merchant.signed("now", BODY, right);
            case "stale" -> merchant.signed("1", BODY, signature(sandbox.secret(), "1", BODY));
            default -> merchant.signed(now, BODY, signature("another", now, BODY));
        };
    }

    private static void assertResponse(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
