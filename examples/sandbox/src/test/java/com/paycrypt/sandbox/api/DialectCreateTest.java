package com.paycrypt.sandbox.api;

import static com.paycrypt.sandbox.support.Merchant.json;
import static com.paycrypt.sandbox.support.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Dialect;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sandbox.support.Merchant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What running servers were seen to do with creates and retrievals, line by line. */
class DialectCreateTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void keysAreSortedANewlineEndsTheBodyAndTheConnectionIsClosed(Dialect dialect) {
        sandbox.dialect(dialect);
        HttpResponse<String> response = merchant.create(complete("ORD-1"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).matches("\\{\"checkout_url\":.*,\"expires_at\":.*,\"id\":.*,\"status\":.*}\n");
        assertThat(response.headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void newerServersGiveTheOpenSessionAgainWhateverTheAmount() {
        sandbox.dialect(Dialect.NEWER);
        JsonNode first = json(merchant.create(order("ORD-1")));
        HttpResponse<String> again = merchant.create(order("ORD-1").put("amount", "1.00"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(first);
    }

    @Test
    void newerServersGiveASessionAgainWhosePaymentWasSeen() {
        sandbox.dialect(Dialect.NEWER);
        String first = id(merchant.create(order("ORD-1")));
        sandbox.customer(first).paysUnconfirmed();
        HttpResponse<String> again = merchant.create(order("ORD-1"));

        assertThat(id(again)).isEqualTo(first);
        assertThat(json(again).path("status").asText()).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "pay", "cancel", "expire"})
    void newerServersLookAtTheFirstSessionOnlySoThatEveryLaterCreateGivesAnother(String end) {
        sandbox.dialect(Dialect.NEWER);
        String first = id(merchant.create(order("ORD-1")));
        merchant.submit("/checkout/" + first + "/" + end, "");
        HttpResponse<String> second = merchant.create(order("ORD-1"));
        HttpResponse<String> third = merchant.create(order("ORD-1"));

        assertThat(List.of(second.statusCode(), third.statusCode())).containsOnly(201);
        assertThat(List.of(first, id(second), id(third))).doesNotHaveDuplicates();
        assertThat(sandbox.sessions().stream().filter(session -> session.state().isPayable()))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"GUIDE", "OLDER"})
    void theOthersMakeASessionOnEveryCall(Dialect dialect) {
        sandbox.dialect(dialect);

        assertThat(id(merchant.create(complete("ORD-1")))).isNotEqualTo(id(merchant.create(complete("ORD-1"))));
    }

    @Test
    void expiresAtIsRightUnlessARuleMakesItHoursOff() {
        sandbox.dialect(Dialect.NEWER);
        JsonNode first = json(merchant.create(order("ORD-1")));
        sandbox.rules().add(Rule.of(Fault.WRONG_EXPIRY).times(1));
        JsonNode again = json(merchant.create(order("ORD-1")));

        assertThat(again.path("expires_at").asLong() - first.path("expires_at").asLong())
                .isEqualTo(Duration.ofHours(2).toSeconds());
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void theCheckoutFollowsTheHostThatWasAsked(Dialect dialect) {
        sandbox.dialect(dialect);
        String base = "http://localhost:" + sandbox.port();
        Merchant byName = new Merchant(sandbox) {
            @Override
            public HttpRequest.Builder to(String path) {
                return HttpRequest.newBuilder(URI.create(base + path));
            }
        };

        assertThat(json(byName.create(complete("ORD-1"))).path("checkout_url").asText())
                .startsWith(base + "/checkout/");
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void whatTheDatabaseDoesNotTakeIsAServerErrorForEver(Dialect dialect) {
        sandbox.dialect(dialect);
        for (ObjectNode overlong : List.of(
                complete("x".repeat(65)),
                complete("ORD\0"),
                complete("ORD-2").put("currency", "ABCDEF"),
                withEmail("x".repeat(256)),
                withEmail("a\0b"),
                complete("ORD-3").put("amount", "1234567890123456789"))) {
            assertThat(merchant.create(overlong).statusCode()).isEqualTo(500);
            assertThat(merchant.create(overlong).statusCode()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER", "NEWER"})
    void lengthsAreCountedInCodePoints(Dialect dialect) {
        sandbox.dialect(dialect);

        assertThat(merchant.create(complete("\ud83d\ude00".repeat(64))).statusCode())
                .isEqualTo(201);
        assertThat(merchant.create(withEmail("\u00e9".repeat(255))).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"OLDER, 1.235, 1.24", "NEWER, 1.225, 1.22", "NEWER, 1.999999, 2.00"})
    void moreThanTwoDecimalsAreRoundedSilently(Dialect dialect, String sent, String kept) {
        sandbox.dialect(dialect);
        String id = id(merchant.create(complete("ORD-1").put("amount", sent)));

        assertThat(sandbox.session(id).orElseThrow().order().amount()).isEqualByComparingTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"text\"", "7", "true", "{\"a\":[{}]}", "null"})
    void metadataIsAnyJsonValueAndComesBackAsItWas(String metadata) throws Exception {
        sandbox.dialect(Dialect.OLDER);
        ObjectNode order = complete("ORD-1");
        order.set("metadata", new ObjectMapper().readTree(metadata));
        String id = id(merchant.create(order));
        JsonNode back = json(merchant.get("/api/v1/payment_sessions/" + id)).path("metadata");

        assertThat(back.toString()).isEqualTo(metadata.equals("null") ? "{}" : metadata);
    }

    @ParameterizedTest
    @EnumSource
    void metadataOf900KbIsAccepted(Dialect dialect) {
        sandbox.dialect(dialect);
        ObjectNode order = complete("ORD-1");
        order.putObject("metadata").put("k", "v".repeat(900_000));

        assertThat(merchant.create(order).statusCode()).isEqualTo(201);
    }

    @Test
    void olderServersNeedAWebhookUrl() {
        sandbox.dialect(Dialect.OLDER);

        assertThat(merchant.create(order("ORD-1")).body())
                .isEqualTo("{\"error\":\"missing fields\",\"fields\":[\"webhook_url\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void currenciesAreUpperCasedAndUnknownFieldsIgnored(Dialect dialect) {
        sandbox.dialect(dialect);
        String id = id(merchant.create(complete("ORD-1").put("currency", "zzz").put("colour", "red")));

        assertThat(sandbox.session(id).orElseThrow().order().currency()).isEqualTo("ZZZ");
    }

    @ParameterizedTest
    @EnumSource
    void aSessionLivesThirtyMinutes(Dialect dialect) {
        sandbox.dialect(dialect);
        long expires =
                json(merchant.create(complete("ORD-1"))).path("expires_at").asLong();

        assertThat(Instant.ofEpochSecond(expires))
                .isBetween(Instant.now().plusSeconds(1700), Instant.now().plusSeconds(1800));
    }

    @Test
    void olderServersShowASessionToAnyoneWithTheAmountAsAFloat() {
        sandbox.dialect(Dialect.OLDER);
        String id = id(merchant.create(complete("ORD-1").put("amount", "10000000")));
        sandbox.advance(Duration.ofHours(1));
        HttpResponse<String> response = merchant.get("/api/v1/payment_sessions/" + id);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"amount\":10000000.0,", "\"status\":\"created\"");
        assertThat(List.copyOf(json(response).properties()))
                .extracting(Map.Entry::getKey)
                .containsExactly("amount", "currency", "expires_at", "id", "metadata", "order_id", "status");
    }

    @Test
    void aPaidSessionOfAnOlderServerStaysPendingForEver() {
        sandbox.dialect(Dialect.OLDER);
        String id = id(merchant.create(complete("ORD-1")));
        sandbox.customer(id).pays();

        assertThat(status(id)).isEqualTo("pending");
    }

    @Test
    void anOlderServerNeverSaysFailed() {
        sandbox.dialect(Dialect.OLDER);
        String id = id(merchant.create(complete("ORD-1")));
        sandbox.customer(id).fails();

        assertThat(status(id)).isEqualTo("created");
    }

    @Test
    void newerServersHideWhatExists() {
        sandbox.dialect(Dialect.NEWER);
        HttpResponse<String> response = merchant.get("/api/v1/payment_sessions/" + id(merchant.create(order("ORD-1"))));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("{\"error\":{\"code\":\"not_found\",\"message\":\"The requested resource was not found\"}}");
    }

    @ParameterizedTest
    @EnumSource
    void aTrailingSlashIsNotFoundAndADoubledOneIsRedirected(Dialect dialect) {
        sandbox.dialect(dialect);
        byte[] body = complete("ORD-1").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(merchant.send(merchant.post("/api/v1/payment_sessions/", body))
                        .statusCode())
                .isEqualTo(404);
        assertThat(merchant.send(merchant.post("//api/v1/payment_sessions", body))
                        .statusCode())
                .isEqualTo(308);
    }

    private String status(String id) {
        return json(merchant.get("/api/v1/payment_sessions/" + id))
                .path("status")
                .asText();
    }

    private static String id(HttpResponse<String> response) {
        return json(response).path("id").asText();
    }

    private static ObjectNode complete(String orderId) {
        return order(orderId).put("webhook_url", "http://127.0.0.1:9/hook");
    }

    private static ObjectNode withEmail(String email) {
        ObjectNode order = complete("ORD-1");
        order.putObject("customer").put("email", email);
        return order;
    }
}
