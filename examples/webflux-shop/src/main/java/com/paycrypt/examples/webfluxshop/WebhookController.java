package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.TakenEvent;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The shop's own code for webhooks. */
@RestController
class WebhookController {
    private final Shop shop;

    WebhookController(Shop shop) {
        this.shop = shop;
    }

    /** Reached by verified deliveries, each once. */
    @PostMapping(Shop.WEBHOOK_PATH)
    Mono<Map<String, Boolean>> take(WebhookEvent event) {
        return Blocking.call(() -> shop.take(event)).thenReturn(Map.of("ok", true));
    }

    @GetMapping("/events")
    Mono<List<TakenEvent>> events() {
        return Blocking.call(shop::events);
    }
}
