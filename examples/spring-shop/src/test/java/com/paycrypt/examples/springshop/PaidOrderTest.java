package com.paycrypt.examples.springshop;

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
import org.springframework.web.client.RestClient;

/** From the order over the checkout to the payment, as a customer goes. */
// region with-sandbox
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

    private Session order(String item) {
        URI checkout = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("item=" + item)
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getLocation();
        return sandbox.session(Objects.requireNonNull(checkout).getPath().replace("/checkout/", ""))
                .orElseThrow();
    }

    private Order.State state(Session session) {
        return shop.find(session.order().orderId()).orElseThrow().state();
    }
}
// endregion
