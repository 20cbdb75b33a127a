package com.paycrypt.examples.springshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.shop.Order;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.spring.WithSandbox;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment whose webhook came while the shop could not handle it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithSandbox
class FailedHandlingTest {
    @Autowired
    Sandbox sandbox;

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient database;

    @Autowired
    WebhookInbox inbox;

    @Autowired
    BlockingQueue<WebhookEvent> handled;

    @Test
    void isRolledBackAcknowledgedAndHandledAgain() throws InterruptedException {
        Order order = shop.order("kettle").orElseThrow();
        String session = checkout(order);
        database.sql("alter table events rename to mislaid").update();
        sandbox.customer(session).pays();

        assertThat(sandbox.webhooks().await(session).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(state(order)).isEqualTo(Order.State.OPEN);
        database.sql("alter table mislaid rename to events").update();
        inbox.pending().forEach(delivery -> inbox.retry(delivery.digest()));

        awaitHandled(order);
        assertThat(state(order)).isEqualTo(Order.State.PAID);
        assertThat(inbox.pending()).isEmpty();
    }

    private void awaitHandled(Order order) throws InterruptedException {
        Optional<String> handledOrder;
        do {
            WebhookEvent event = handled.poll(300, TimeUnit.SECONDS);
            assertThat(event).as("an event of %s", order).isNotNull();
            handledOrder = event.payment().orderId();
        } while (!handledOrder.equals(Optional.of(order.id())));
    }

    String checkout(Order order) {
        return shop.checkout(shop.find(order.id()).orElseThrow()).getPath().replace("/checkout/", "");
    }

    Order.State state(Order order) {
        return shop.find(order.id()).orElseThrow().state();
    }

    @TestConfiguration
    static class Watching {
        @Bean
        BlockingQueue<WebhookEvent> handled() {
            return new LinkedBlockingQueue<>();
        }

        @Bean
        WebhookListener watch(BlockingQueue<WebhookEvent> handled) {
            return () -> new WebhookObserver() {
                @Override
                public void handled(WebhookEvent event) {
                    handled.add(event);
                }
            };
        }
    }
}
