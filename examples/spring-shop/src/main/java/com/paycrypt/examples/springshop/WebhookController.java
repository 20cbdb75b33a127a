package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.Shop;
import com.paycrypt.examples.shop.TakenEvent;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop's own code for webhooks. */
@RestController
class WebhookController {
    private final Shop shop;

    WebhookController(Shop shop) {
        this.shop = shop;
    }

    /** Reached by verified deliveries, each once. */
    @PostMapping(Shop.WEBHOOK_PATH)
    Map<String, Boolean> take(WebhookEvent event) {
        shop.take(event);
        return Map.of("ok", true);
    }

    @GetMapping("/events")
    List<TakenEvent> events() {
        return shop.events();
    }
}
