package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.SignedWebhook;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of calls and deliveries. */
@Tag("full")
@Tag("server")
class MetersTest {
    @Test
    void callsAndAttemptsAreTimed() {
        try (Sandbox sandbox = Sandbox.start();
                Shop shop = Shop.start(
                        sandbox.baseUrl(), sandbox.key(), sandbox.secret(), Applications.WithController.class)) {
            shop.bean(PayCryptClient.class).paymentSessions().create(request());
            MeterRegistry meters = shop.bean(MeterRegistry.class);

            assertThat(meters.get("paycrypt.client.calls")
                            .tag("outcome", "ok")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("paycrypt.client.attempts")
                            .tag("status", "201")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("paycrypt.client.calls")
                            .tag("http.request.method", "POST")
                            .tag("http.response.status_code", "201")
                            .tag("error.type", "none")
                            .timer()
                            .getId()
                            .getDescription())
                    .isNotNull();
        }
    }

    @Test
    void verdictsAreCountedByReasonAndTellNothingElse() throws Exception {
        try (Shop shop = Shop.start(Applications.WithController.class)) {
            SignedWebhook delivery = Shop.paid();
            shop.deliver(delivery);
            shop.deliverSettled(delivery);
            shop.send(shop.signed(delivery, "/api/paycrypt/webhook")
                    .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                    .build());
            assertThat(Seen.count(shop, "handled", "none")).isEqualTo(1);
            assertThat(Seen.count(shop, "repeated", "none")).isEqualTo(1);
            assertThat(Seen.count(shop, "rejected", "wrong_signature")).isEqualTo(1);
            assertThat(shop.bean(MeterRegistry.class)
                            .get("paycrypt.webhook.deliveries")
                            .tag("credentials", "0")
                            .timers())
                    .hasSize(2);
            assertThat(Seen.descriptions(shop)).isNotEmpty().doesNotContainNull();
            assertThat(Seen.tags(shop)).noneMatch(value -> value.contains("ORD-123") || value.contains("test_1"));
        }
    }

    /** The server of the management is not where deliveries come in. */
    @Test
    void theManagementsOwnPortTakesNoDelivery() throws Exception {
        try (Shop shop = Shop.start(Applications.WithController.class, "management.server.port=0")) {
            SignedWebhook delivery = Shop.paid();
            String port = shop.context().getEnvironment().getProperty("local.management.port");
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/paycrypt/webhook"))
                    .POST(BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));

            assertThat(shop.send(request.build()).statusCode()).isBetween(400, 499);
            assertThat(shop.bean(Applications.Controller.class).taken).isEmpty();
            assertThat(shop.deliver(delivery).statusCode()).isEqualTo(200);
        }
    }

    private static PaymentSessionRequest request() {
        return PaymentSessionRequest.builder()
                .orderId("ORD-123")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .build();
    }

    /** Apart: the signatures of a test class are read in every cell, for its tags, and some have no meters. */
    private static final class Seen {
        static double count(Shop shop, String verdict, String reason) {
            return shop.bean(MeterRegistry.class)
                    .get("paycrypt.webhook.deliveries")
                    .tag("verdict", verdict)
                    .tag("reason", reason)
                    .timer()
                    .count();
        }

        static List<String> descriptions(Shop shop) {
            List<String> descriptions = new ArrayList<>();
            ours(shop).forEach(meter -> descriptions.add(meter.getDescription()));
            return descriptions;
        }

        static List<String> tags(Shop shop) {
            return ours(shop)
                    .flatMap(meter -> meter.getTags().stream())
                    .map(tag -> tag.getValue())
                    .toList();
        }

        private static Stream<Meter.Id> ours(Shop shop) {
            return shop.bean(MeterRegistry.class).getMeters().stream()
                    .map(Meter::getId)
                    .filter(id -> id.getName().startsWith("paycrypt."));
        }
    }
}
