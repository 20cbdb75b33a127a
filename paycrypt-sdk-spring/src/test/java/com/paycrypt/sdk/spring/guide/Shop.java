package com.paycrypt.sdk.spring.guide;

// region shop
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
class Shop {
    private final PayCryptClient payCrypt;

    Shop(PayCryptClient payCrypt) {
        this.payCrypt = payCrypt;
    }

    @PostMapping("/orders/ORD-123/pay")
    CompletableFuture<URI> pay() {
        PaymentSessionRequest request = PaymentSessionRequest.builder()
                .orderId("ORD-123")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .webhookUrl("https://merchant.tld/api/paycrypt/webhook")
                .build();
        return payCrypt.paymentSessions().createAsync(request).thenApply(PaymentSession::checkoutUrl);
    }

    @PostMapping("/api/paycrypt/webhook")
    Map<String, Boolean> paid(WebhookEvent event) {
        System.out.println(event.type() + " " + event.payment().orderId().orElse("?"));
        return Map.of("ok", true);
    }
}
// endregion
