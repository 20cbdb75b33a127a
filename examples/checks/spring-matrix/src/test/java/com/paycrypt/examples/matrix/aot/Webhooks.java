package com.paycrypt.examples.matrix.aot;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the deliveries of {@link AotShop}. */
@RestController
class Webhooks {
    @PostMapping("/api/paycrypt/webhook")
    Map<String, String> paid(WebhookEvent event) {
        return Map.of("paid", event.payment().orderId().orElseThrow());
    }
}
