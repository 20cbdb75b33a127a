package com.paycrypt.examples.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Rule;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every shop of the examples does, whatever it is built on. */
@Timeout(300)
@ExtendWith(Shops.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopContract {
    private static final String WEBHOOK = "/api/paycrypt/webhook";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final Credentials credentials;
    private final RunningShop shop;
    private final Http http = new Http();

    ShopContract(Shops shops, RunningShop.Kind kind) throws Exception {
        this.sandbox = shops.sandbox();
        this.credentials = Credentials.of(sandbox.key(), sandbox.secret());
        this.shop = shops.of(kind);
    }

    @Test
    void anOrderThatIsPaidAtTheCheckoutIsPaidInTheShop() {
        String order = order("kettle");
        String session = checkout(order).replaceFirst(".*/", "");

        assertThat(sandbox.session(session).orElseThrow().order().orderId()).isEqualTo(order);
        assertThat(page(order)).contains("data-state=\"OPEN\"", "49.00 USD", "Pay 49.00 USD");
        sandbox.customer(session).pays();
        sandbox.webhooks().await(session);
        assertThat(page(order)).contains("data-state=\"PAID\"").doesNotContain("<form");
        assertThat(http.get(shop.address() + "/orders")).contains(order);
        assertThat(post("/orders/" + order + "/checkout", "").headers().firstValue("Location"))
                .hasValue("/orders/" + order);
        assertThat(eventsOf(order))
                .singleElement()
                .satisfies(event -> assertThat(event.path("verdict").asText()).isEqualTo("PAID"));
    }

    @Test
    void aKnownOrderIsSentToTheCheckoutItHas() {
        String order = order("mug");

        assertThat(checkout(order)).isEqualTo(checkout(order));
    }

    @Test
    void aSessionThatFailedIsReplaced() {
        String order = order("mug");
        String failed = checkout(order).replaceFirst(".*/", "");
        sandbox.customer(failed).fails();
        sandbox.webhooks().await(failed);

        assertThat(checkout(order)).doesNotEndWith(failed);
        assertThat(page(order)).contains("data-state=\"OPEN\"");
    }

    @Test
    void aDeliveryThatCannotBeHandledIsAcknowledgedAndKept() throws SQLException {
        String order = order("grinder");
        String session = checkout(order).replaceFirst(".*/", "");

        try (Connection database = DriverManager.getConnection(shop.database());
                Statement statement = database.createStatement()) {
            statement.execute("alter table events rename to mislaid");
            sandbox.customer(session).pays();
            assertThat(sandbox.webhooks().await(session).status()).isEqualTo(Delivery.Status.DELIVERED);
            statement.execute("alter table mislaid rename to events");
            try (ResultSet kept = statement.executeQuery(
                    "select count(*) from paycrypt_webhook_inbox where last_error is not null")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getInt(1)).isEqualTo(1);
            }
        }
        assertThat(page(order)).contains("data-state=\"OPEN\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(post("/orders", "item=moon").statusCode()).isEqualTo(404);
        assertThat(post("/orders/ORD-0/checkout", "").statusCode()).isEqualTo(404);
        assertThat(get("/orders/ORD-0").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageForWhatIsNotThereShowsNothingOfTheShopsInside() {
        HttpResponse<String> page = http.send(HttpRequest.newBuilder(URI.create(shop.address() + "/orders/ORD-0"))
                .header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here").doesNotContainIgnoringCase("exception", "tomcat");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void aCheckoutThatIsNotThereIsABadGatewayAndKeepsTheOrder() {
        String order = order("mug");
        sandbox.rules().add(Rule.of(Fault.IP_NOT_ALLOWED));

        assertThat(post("/orders/" + order + "/checkout", "").statusCode()).isEqualTo(502);
        sandbox.rules().clear();
        assertThat(checkout(order)).contains("/checkout/ps_");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null"
    })
    void aFormOfAnotherSiteIsRejected(String header, String value) {
        HttpRequest.Builder form = HttpRequest.newBuilder(URI.create(shop.address() + "/orders"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("item=mug"));

        assertThat(http.send(form).statusCode()).isEqualTo(403);
    }

    private String order(String item) {
        HttpResponse<String> ordered = post("/orders", "item=" + item);

        assertThat(ordered.statusCode()).isEqualTo(303);
        return ordered.headers().firstValue("Location").orElseThrow().replaceFirst("/orders/", "");
    }

    private String checkout(String order) {
        HttpResponse<String> sent = post("/orders/" + order + "/checkout", "");

        assertThat(sent.statusCode()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private String page(String order) {
        return http.get(shop.address() + "/orders/" + order);
    }

    @Test
    void aFormThatCannotBeReadIsABadRequest() {
        assertThat(post("/orders", "item=%zz").statusCode()).isEqualTo(400);
    }

    @Test
    void aDeliveryOfAnUnknownOrderIsTaken() {
        SignedWebhook delivery = sign(event("ORD-unknown"));

        HttpResponse<String> answer = http.post(shop.address() + WEBHOOK, delivery);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace(" ", "")).isEqualTo("{\"ok\":true}");
        assertThat(eventsOf("ORD-unknown")).hasSize(1);
    }

    @Test
    void aCopyIsAcknowledgedAndNotTakenAgain() {
        SignedWebhook delivery = sign(event("ORD-copied"));

        assertThat(http.post(shop.address() + WEBHOOK, delivery).statusCode()).isEqualTo(200);
        assertThat(settledCopy(delivery)).isEqualTo(200);
        assertThat(eventsOf("ORD-copied")).hasSize(1);
    }

    /** The sender may have the answer a moment before the delivery is recorded as handled; a copy meanwhile gets 409. */
    private int settledCopy(SignedWebhook delivery) {
        int status;
        do {
            status = http.post(shop.address() + WEBHOOK, delivery).statusCode();
        } while (status == 409);
        return status;
    }

    @Test
    void aDeliverySignedAnewIsANewDelivery() {
        assertThat(http.post(shop.address() + WEBHOOK, sign(event("ORD-anew"))).statusCode())
                .isEqualTo(200);
        assertThat(http.post(shop.address() + WEBHOOK, sign(event("ORD-anew") + " "))
                        .statusCode())
                .isEqualTo(200);
        assertThat(eventsOf("ORD-anew")).hasSize(2);
    }

    @Test
    void fortyCopiesAtOnceAreTakenOnce() throws Exception {
        SignedWebhook delivery = sign(event("ORD-forty"));
        Callable<Integer> copy =
                () -> http.post(shop.address() + WEBHOOK, delivery).statusCode();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(40, copy))) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).contains(200).isSubsetOf(200, 409);
        assertThat(eventsOf("ORD-forty")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"type\":1}", "{\"type\":\"a\"}{}", "\ufeff{\"type\":\"a\"}"})
    void aGenuineDeliveryThatIsNoEventIsRejected(String body) {
        assertRejected(400, request().POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8))), sign(body));
    }

    @Test
    void aBodyOverTheLimitIsRejected() {
        String body = event("x".repeat(1 << 20));

        assertRejected(413, request().POST(BodyPublishers.ofString(body)), sign(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void anyMethodButPostIsRejected(String method) {
        String body = event("ORD-method");
        HttpResponse<String> answer =
                http.send(signed(request().method(method, BodyPublishers.ofString(body)), sign(body)));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(eventsOf("ORD-method")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Paycrypt-Key, 401",
        "X-Paycrypt-Timestamp, 401",
        "X-Paycrypt-Signature, 401",
    })
    void aHeaderThatComesTwiceIsRejected(String header, int status) {
        String body = event("ORD-twice");
        SignedWebhook delivery = sign(body);
        String value = value(delivery, header);

        assertRejected(status, request().header(header, value).POST(BodyPublishers.ofString(body)), delivery);
    }

    @ParameterizedTest
    @CsvSource({"+%s, 400", "0%s, 400", "%s.0, 400", "%s000, 400", "x, 400", "99999999999999999999, 400", "-%s, 400"})
    void aRespelledTimestampIsRejected(String spelling, int status) {
        String body = event("ORD-spelling");
        SignedWebhook delivery = sign(body);
        String timestamp = spelling.formatted(value(delivery, "X-Paycrypt-Timestamp"));
        HttpRequest.Builder request = request()
                .header("X-Paycrypt-Key", credentials.key())
                .header("X-Paycrypt-Timestamp", timestamp)
                .header("X-Paycrypt-Signature", value(delivery, "X-Paycrypt-Signature"))
                .POST(BodyPublishers.ofString(body));

        assertThat(http.send(request).statusCode()).isEqualTo(status);
        assertThat(eventsOf("ORD-spelling")).isEmpty();
    }

    @Test
    void aDeliveryWithoutHeadersIsRejected() {
        assertThat(http.send(request().POST(BodyPublishers.ofString(event("ORD-bare"))))
                        .statusCode())
                .isEqualTo(401);
    }

    private void assertRejected(int status, HttpRequest.Builder request, SignedWebhook delivery) {
        int before = events().size();

        assertThat(http.send(signed(request, delivery)).statusCode()).isEqualTo(status);
        assertThat(events()).hasSize(before);
    }

    private SignedWebhook sign(String body) {
        return WebhookSigner.of(credentials).sign(body.getBytes(UTF_8));
    }

    private static String value(SignedWebhook delivery, String header) {
        return Objects.requireNonNull(delivery.headers().get(header), header).get(0);
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, SignedWebhook delivery) {
        delivery.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request;
    }

    private static String event(String order) {
        return "{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"order_id\":\"" + order + "\"}}";
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(shop.address() + WEBHOOK));
    }

    private HttpResponse<String> post(String path, String form) {
        return http.send(HttpRequest.newBuilder(URI.create(shop.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) {
        return http.send(HttpRequest.newBuilder(URI.create(shop.address() + path)));
    }

    private List<JsonNode> eventsOf(String order) {
        return events().stream()
                .filter(event -> event.path("orderId").asText().equals(order))
                .toList();
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        try {
            JSON.readTree(get("/events").body()).forEach(events::add);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return events;
    }
}
