package com.paycrypt.examples.webfluxshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.model.Session;
import com.paycrypt.sandbox.spring.WithSandbox;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From the order over the checkout to the payment, as a customer goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithSandbox
class PaidOrderTest {
    @Autowired
    Sandbox sandbox;

    @Autowired
    Shop shop;

    @LocalServerPort
    int port;

    @Test
    void anOrderIsPaidByTheWebhookOfItsSession() {
        Session session = order("kettle");
        assertThat(state(session)).isEqualTo(Order.State.OPEN);

        sandbox.customer(session.id()).pays();

        assertThat(sandbox.webhooks().await(session.id()).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(state(session)).isEqualTo(Order.State.PAID);
    }

    @Test
    void aPaymentThatFailsLeavesTheOrderOpen() {
        Session session = order("mug");

        sandbox.customer(session.id()).fails();

        assertThat(sandbox.webhooks().await(session.id()).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(state(session)).isEqualTo(Order.State.OPEN);
    }

    private Session order(String item) {
        URI checkout = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("item=" + item)
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        return sandbox.session(Objects.requireNonNull(checkout).getPath().replace("/checkout/", ""))
                .orElseThrow();
    }

    private Order.State state(Session session) {
        return shop.find(session.order().orderId()).orElseThrow().state();
    }
}
