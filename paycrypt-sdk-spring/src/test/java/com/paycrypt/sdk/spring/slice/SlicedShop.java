package com.paycrypt.sdk.spring.slice;

import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application that the slices are of. */
@SpringBootApplication
class SlicedShop {
    @RestController
    static class Webhooks {
        @PostMapping(Stack.PATH)
        String paid(WebhookEvent event) {
            return event.payment().orderId().orElseThrow();
        }
    }
}
