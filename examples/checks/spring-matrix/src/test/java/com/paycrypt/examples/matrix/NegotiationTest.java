package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Nobody signs {@code Accept} and {@code Content-Type}: they decide nothing about a delivery that is verified. */
@Tag("alone")
class NegotiationTest {
    private static final String PATH = "/api/paycrypt/webhook";
    private static final String JSON = "application/json";

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(Negotiating.class);
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource
    void whatAVerifiedSenderCallsItOrAcceptsDoesNotMatter(String controller, String header, String value)
            throws Exception {
        String note = Long.toString(System.nanoTime());
        SignedWebhook delivery = Shop.paid(note);

        HttpResponse<String> answer = send(delivery, controller, header, value);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("ORD-123");
        assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
        assertThat(shop.bean(Controllers.class).taken).containsOnlyOnce("evt_" + note);
    }

    static Stream<Arguments> whatAVerifiedSenderCallsItOrAcceptsDoesNotMatter() {
        List<String> controllers = List.of("plain", "strict", "later", "entity", "body", "text");
        return controllers.stream()
                .flatMap(controller -> Stream.concat(
                        Stream.of("text/plain", "image/png", "x", "*/", "application/xml;q=abc", "text/html", "")
                                .map(accept -> Arguments.of(controller, "Accept", accept)),
                        Stream.of("text/plain;charset=utf-16", "image/png", "x", "*/*", "text/plain;charset=none", "")
                                .map(type -> Arguments.of(controller, "Content-Type", type))));
    }

    @Test
    void aShopThatFailsSaysSoWhateverTheSenderAccepts() throws Exception {
        for (String accept : List.of("image/png", "x", "text/html")) {
            SignedWebhook delivery = Shop.paid();

            assertThat(send(delivery, "failing", "Accept", accept).statusCode()).isEqualTo(500);
            assertThat(send(delivery, "plain", "Accept", accept).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNotVerifiedIsRejectedWhateverItAccepts() throws Exception {
        for (String accept : List.of("image/png", "x")) {
            HttpRequest forged = shop.signed(Shop.paid(), PATH)
                    .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                    .setHeader("Accept", accept)
                    .build();

            assertThat(shop.send(forged).statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> send(SignedWebhook delivery, String controller, String header, String value)
            throws Exception {
        return shop.send(shop.signed(delivery, PATH + "?to=" + controller)
                .setHeader(header, value)
                .build());
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controllers.class)
    static class Negotiating {}

    /** The ways in which a shop may take a delivery. */
    @RestController
    static class Controllers {
        final List<String> taken = new CopyOnWriteArrayList<>();

        @PostMapping(path = PATH, params = "to=plain")
        Map<String, String> plain(WebhookEvent event) {
            return taken(event);
        }

        @PostMapping(path = PATH, params = "to=strict", consumes = JSON, produces = JSON)
        Map<String, String> strict(WebhookEvent event) {
            return taken(event);
        }

        @PostMapping(path = PATH, params = "to=later", consumes = JSON, produces = JSON)
        CompletableFuture<Map<String, String>> later(WebhookEvent event) {
            return CompletableFuture.supplyAsync(() -> taken(event));
        }

        @PostMapping(path = PATH, params = "to=entity")
        ResponseEntity<Map<String, String>> entity(WebhookEvent event) {
            return ResponseEntity.ok(taken(event));
        }

        @PostMapping(path = PATH, params = "to=body")
        Object body(WebhookEvent event, @RequestBody Map<String, Object> body) {
            taken(event);
            return body;
        }

        @PostMapping(path = PATH, params = "to=text", produces = "text/plain")
        String text(WebhookEvent event, @RequestBody String body) {
            taken(event);
            return body;
        }

        @PostMapping(path = PATH, params = "to=failing")
        Map<String, String> failing(WebhookEvent event) {
            throw new IllegalStateException("no " + event.id());
        }

        private Map<String, String> taken(WebhookEvent event) {
            taken.add(event.id());
            return Map.of("paid", event.payment().orderId().orElseThrow());
        }
    }
}
