package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine deliveries, and the ways that lead to them or past them. */
@Tag("alone")
@Tag("full")
@Tag("jackson-2")
@Tag("server")
class DeliveryTest {
    private static final String PATH = "/api/paycrypt/webhook";

    private static Shop controller;
    private static Shop listener;

    @BeforeAll
    static void start() {
        controller = Shop.start(Applications.WithController.class);
        listener = Shop.start(Applications.WithListener.class);
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.close();
            listener.close();
        }
    }

    @Test
    void aListenerTakesWhatNoControllerTakes() throws Exception {
        HttpResponse<String> answer = listener.deliver(Shop.paid());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        assertThat(listener.bean(Applications.Listener.class).taken)
                .last()
                .satisfies(event -> assertThat(event.payment().orderId()).hasValue("ORD-123"));
    }

    @Test
    void aListenerThatFailsIsAnsweredWithAnErrorAndAskedAgain() throws Exception {
        Applications.Listener shop = listener.bean(Applications.Listener.class);
        int before = shop.taken.size();
        SignedWebhook delivery = Shop.paid();
        shop.failures.set(1);

        int first = listener.deliver(delivery).statusCode();
        int second = listener.deliverSettled(delivery);
        int third = listener.deliverSettled(delivery);

        assertThat(first).isEqualTo(500);
        assertThat(second).isEqualTo(200);
        assertThat(third).isEqualTo(200);
        assertThat(shop.taken).hasSize(before + 1);
    }

    /** Filters that look for form fields would have eaten the body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; charset=utf-16",
                "nonsense"
            })
    void theContentTypeDoesNotMatter(String type) throws Exception {
        HttpRequest.Builder request = controller.signed(Shop.paid(), PATH).setHeader("Content-Type", type);

        assertThat(controller.send(request.build()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/paycrypt/webhook;x=1", "/api/paycrypt/%77ebhook", "/api/paycrypt/webhook?a=b"})
    void everySpellingThatSpringRoutesToTheControllerIsVerified(String path) throws Exception {
        assertThat(controller.send(controller.signed(Shop.paid(), path).build()).statusCode())
                .isEqualTo(isRejectedBySecurity(path) ? 400 : 200);
        assertThat(controller.send(forged(path)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/paycrypt/webhook",
                "/api//paycrypt/webhook",
                "/api/paycrypt/webhook/",
                "/API/paycrypt/webhook"
            })
    void noOtherSpellingReachesTheControllerUnverified(String path) throws Exception {
        int before = controller.bean(Applications.Controller.class).taken.size();

        assertThat(controller.send(forged(path)).statusCode()).isBetween(400, 499);
        assertThat(controller.bean(Applications.Controller.class).taken).hasSize(before);
    }

    /** Spring Security's firewall takes no path parameters, from whomever they come. */
    private static boolean isRejectedBySecurity(String path) {
        return Cell.has("security") && path.contains(";");
    }

    private static HttpRequest forged(String path) {
        return controller
                .signed(Shop.paid(), path)
                .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                .build();
    }
}
