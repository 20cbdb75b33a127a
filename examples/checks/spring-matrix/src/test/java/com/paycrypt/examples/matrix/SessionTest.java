package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a shop keeps its sessions: who delivers a webhook is not logged in by it. */
@Tag("full")
class SessionTest {
    @ParameterizedTest
    @ValueSource(strings = {"always", "one session each", "saved at the end"})
    void noSessionOfADeliveryOpensAnything(String mode) throws Exception {
        Class<?> application = Cell.STACK.equals("mvc") ? MvcSessions.mode(mode) : FluxSessions.mode(mode);
        try (Shop shop = Shop.start(application, "spring.security.user.password=known")) {
            HttpResponse<String> answer = shop.deliver(Shop.paid());
            HttpResponse<String> page = shop.send(withCookiesOf(answer, shop.request("/admin")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(page.statusCode()).isEqualTo(401);
        }
    }

    private static HttpRequest withCookiesOf(HttpResponse<?> answer, HttpRequest.Builder request) {
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> request.header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        return request.header("Accept", "application/json").build();
    }
}
