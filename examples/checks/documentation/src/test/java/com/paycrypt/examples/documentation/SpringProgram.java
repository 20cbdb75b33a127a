package com.paycrypt.examples.documentation;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot shop, as the README shows it. */
@SpringBootApplication
class SpringProgram {
    @RestController
    static class PaymentController {
        private final PayCryptClient payCrypt;
        private final Consumer<String> orders;

        PaymentController(PayCryptClient payCrypt, Consumer<String> orders) {
            this.payCrypt = payCrypt;
            this.orders = orders;
        }

        @PostMapping("/orders/ORD-123/pay")
        CompletableFuture<URI> pay() {
            return payCrypt.paymentSessions()
                    .createAsync(PaymentSessionRequest.builder()
                            .orderId("ORD-123")
                            .amount("49.00", "USD")
                            .successUrl("https://shop.example/orders/ORD-123")
                            .cancelUrl("https://shop.example/cart")
                            .build())
                    .thenApply(PaymentSession::checkoutUrl);
        }

        // region spring
        @PostMapping("/api/paycrypt/webhook")
        Map<String, Boolean> paid(WebhookEvent event) { // verified, and not seen before
            orders.accept(event.type() + " " + event.payment().orderId().orElse("?"));
            return Map.of("ok", true);
        }
        // endregion
    }
}
