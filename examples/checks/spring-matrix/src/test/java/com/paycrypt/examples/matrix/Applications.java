package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The applications of the tests: the same code on both stacks. */
final class Applications {
    private Applications() {}

    /** Takes webhooks in a controller, and has a page of its own. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Controller.class, Admin.class})
    static class WithController {}

    /** Takes webhooks in a listener. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Listener.class, Admin.class})
    static class WithListener {}

    /** Has nothing to do with PayCrypt. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithoutUs {}

    /** Takes an event where nothing is verified. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Stray.class)
    static class WithStrayController {}

    @RestController
    static class Controller {
        final List<WebhookEvent> taken = new CopyOnWriteArrayList<>();

        @PostMapping("/api/paycrypt/webhook")
        Map<String, Boolean> paid(WebhookEvent event) {
            taken.add(event);
            return Map.of("ok", true);
        }
    }

    /** Takes the body, as shops do that know nothing of a WebhookEvent parameter. */
    @RestController
    static class RawController {
        final AtomicInteger arrived = new AtomicInteger();

        @PostMapping("/api/paycrypt/webhook")
        String paid(@RequestBody byte[] body) {
            arrived.incrementAndGet();
            return "taken";
        }
    }

    static class Listener {
        final List<WebhookEvent> taken = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        final Semaphore arrived = new Semaphore(0);

        @EventListener
        void paid(WebhookEvent event) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the shop's database is down");
            }
            taken.add(event);
            arrived.release();
        }
    }

    @RestController
    static class Admin {
        @GetMapping("/admin")
        String page() {
            return "the shop's secrets";
        }
    }

    @RestController
    static class Stray {
        @PostMapping("/elsewhere")
        String paid(WebhookEvent event) {
            return event.type();
        }
    }
}
