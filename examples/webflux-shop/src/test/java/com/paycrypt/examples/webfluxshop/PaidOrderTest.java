package com.paycrypt.examples.webfluxshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.spring.WithSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** From the order over the checkout to the payment, as a customer goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithSandbox
class PaidOrderTest {
    @Autowired
    Sandbox sandbox;

    @Autowired
    Shop shop;

    @Test
    void anOrderIsPaidByTheWebhookOfItsSession() {
        Order order = shop.order("kettle").orElseThrow();
        String session = shop.checkout(order).getPath().replace("/checkout/", "");
        assertThat(state(order)).isEqualTo(Order.State.OPEN);

        sandbox.customer(session).pays();

        assertThat(sandbox.webhooks().await(session).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(state(order)).isEqualTo(Order.State.PAID);
    }

    private Order.State state(Order order) {
        return shop.find(order.id()).orElseThrow().state();
    }
}
