package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.webhook.SignedWebhook;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spring Security as Boot sets it up: every request authenticated, CSRF protection on, nothing configured by us. */
@Tag("full")
class SecurityTest {
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.start(Applications.WithController.class, "spring.security.user.password=known");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void aVerifiedDeliveryReachesTheShop() throws Exception {
        int before = taken();

        assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
        assertThat(taken()).isEqualTo(before + 1);
    }

    @Test
    void anUnverifiedOneDoesNot() throws Exception {
        int before = taken();
        SignedWebhook delivery = Shop.paid();
        HttpRequest forged = shop.signed(delivery, "/api/paycrypt/webhook")
                .setHeader("X-Paycrypt-Signature", "0".repeat(64))
                .build();

        assertThat(shop.send(forged).statusCode()).isEqualTo(401);
        assertThat(taken()).isEqualTo(before);
    }

    @Test
    void theRestOfTheApplicationStaysClosed() throws Exception {
        HttpResponse<String> stranger = shop.send(
                shop.request("/admin").header("Accept", "application/json").build());
        HttpResponse<String> sender =
                shop.send(shop.signed(Shop.paid(), "/admin").GET().build());

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(sender.statusCode()).isIn(401, 302);
        assertThat(sender.body()).doesNotContain("secrets");
    }

    @Test
    void theDeliveryLeavesNoSessionBehind() throws Exception {
        HttpResponse<String> answer = shop.deliver(Shop.paid());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theChainIsBootsOwn() {
        String type = Cell.STACK.equals("mvc")
                ? "org.springframework.security.web.SecurityFilterChain"
                : "org.springframework.security.web.server.SecurityWebFilterChain";

        assertThat(shop.context().getBeansOfType(loaded(type)).keySet())
                .hasSize(1)
                .noneMatch(name -> name.startsWith("payCrypt"));
    }

    private static int taken() {
        return shop.bean(Applications.Controller.class).taken.size();
    }

    private static Class<?> loaded(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
