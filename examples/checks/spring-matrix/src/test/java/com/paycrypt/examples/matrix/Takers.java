package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shops with more than one bean that could take webhooks. */
final class Takers {
    private Takers() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Listener.class, FailingHandler.class})
    static class HandlerAndListener {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Two.class)
    static class TwoHandlers {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Two.class, Applications.Listener.class})
    static class TwoHandlersAndListener {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Two.class, Applications.Controller.class})
    static class ControllerAndTwoHandlers {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Two.class)
    static class PrimaryHandler {
        @Bean
        AtomicInteger calls() {
            return new AtomicInteger();
        }

        @Bean
        @Primary
        WebhookHandler main(AtomicInteger calls) {
            return event -> calls.incrementAndGet();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class OptionalEvent {
        @PostMapping("/api/paycrypt/webhook")
        void take(Optional<WebhookEvent> event) {}
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class ListOfEvents {
        @PostMapping("/api/paycrypt/webhook")
        void take(List<WebhookEvent> events) {}
    }

    static class Two {
        @Bean
        WebhookHandler first() {
            return event -> {
                throw new IllegalStateException("called by mistake");
            };
        }

        @Bean
        WebhookHandler second() {
            return first();
        }
    }
}
