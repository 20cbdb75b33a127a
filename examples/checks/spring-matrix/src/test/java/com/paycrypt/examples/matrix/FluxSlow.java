package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shops on WebFlux that take their time, with one of several controllers. */
final class FluxSlow {
    private FluxSlow() {}

    static Class<?> answering(String what) {
        return switch (what) {
            case "nothing" -> Nothing.class;
            case "an empty Mono" -> EmptyMono.class;
            case "a text" -> Text.class;
            default -> Rejection.class;
        };
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Gate.class)
    static class Watched {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        WebFilter watch(Gate gate) {
            return (exchange, chain) -> chain.filter(exchange).doOnCancel(gate.hungUp::countDown);
        }
    }

    /** Where the controllers wait while the sender hangs up. */
    static class Gate {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch hungUp = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        final AtomicInteger passed = new AtomicInteger();

        void pass() {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            passed.incrementAndGet();
        }
    }

    @Import(Watched.class)
    @RestController
    record Nothing(Gate gate) {
        @PostMapping("/api/paycrypt/webhook")
        void paid(WebhookEvent event) {
            gate.pass();
        }
    }

    @Import(Watched.class)
    @RestController
    record EmptyMono(Gate gate) {
        @PostMapping("/api/paycrypt/webhook")
        Mono<Void> paid(WebhookEvent event) {
            return Mono.<Void>fromRunnable(gate::pass).subscribeOn(Schedulers.boundedElastic());
        }
    }

    @Import(Watched.class)
    @RestController
    record Text(Gate gate) {
        @PostMapping("/api/paycrypt/webhook")
        String paid(WebhookEvent event) {
            gate.pass();
            return "taken";
        }
    }

    @Import(Watched.class)
    @RestController
    record Rejection(Gate gate) {
        @PostMapping("/api/paycrypt/webhook")
        @ResponseStatus(HttpStatus.LOCKED)
        void paid(WebhookEvent event) {
            gate.pass();
        }
    }
}
