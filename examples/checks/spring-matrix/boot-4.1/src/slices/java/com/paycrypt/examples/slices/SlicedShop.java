package com.paycrypt.examples.slices;

import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application that the slices are of. */
@SpringBootApplication
class SlicedShop {
    static final String PATH = "/api/paycrypt/webhook";

    @RestController
    static class Webhooks {
        @PostMapping(PATH)
        String paid(WebhookEvent event) {
            return event.payment().orderId().orElseThrow();
        }
    }
}
