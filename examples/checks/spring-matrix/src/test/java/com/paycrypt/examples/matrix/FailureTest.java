package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.WebhookReceiverCustomizer;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.SignedWebhook;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a handler fails on in a shop whose error handling means well. */
@Tag("full")
@Tag("server")
class FailureTest {
    @Test
    void isAnsweredByUsAloneAndComesAgain() throws Exception {
        try (Shop shop = Shop.start(Cell.STACK.equals("mvc") ? MvcResolvers.class : FluxResolvers.class)) {
            for (String failure : List.of("runtime", "status", "error")) {
                SignedWebhook delivery = Shop.sign("{\"type\":\"" + failure + "\"}");
                HttpResponse<String> first = shop.deliver(delivery);
                int second = shop.deliverSettled(delivery);

                assertThat(first.statusCode()).as(failure).isEqualTo(500);
                assertThat(first.body()).as(failure).isEqualTo("{\"error\":\"internal_error\"}");
                assertThat(second).as(failure).isEqualTo(200);
                assertThat(shop.bean(FailingHandler.class).calls.getAndSet(0)).isEqualTo(2);
            }
        }
    }

    /** The receiver's guard is not the one that the application has as a bean, and stores nothing. */
    @Test
    void isAnsweredByTheGuardThatHasTheDelivery() throws Exception {
        try (Shop shop = Shop.start(OtherGuard.class)) {
            HttpResponse<String> answer = shop.deliver(Shop.sign("{\"type\":\"runtime\"}"));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"error\":\"internal_error\"}");
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FailingHandler.class)
    static class OtherGuard {
        @Bean
        ReplayGuard stores() {
            return new Storing(ReplayGuard.inMemory());
        }

        @Bean
        WebhookReceiverCustomizer storesNothing() {
            return builder -> builder.replayGuard(ReplayGuard.inMemory());
        }
    }

    /** Says of itself that it keeps what it grants. */
    record Storing(ReplayGuard guard) implements ReplayGuard {
        @Override
        public Claim claim(Ticket ticket) {
            return guard.claim(ticket);
        }

        @Override
        public boolean confirm(Ticket ticket, String token) {
            return guard.confirm(ticket, token);
        }

        @Override
        public boolean release(Ticket ticket, String token, Throwable cause) {
            return guard.release(ticket, token, cause);
        }

        @Override
        public boolean storesDeliveries() {
            return true;
        }
    }
}
