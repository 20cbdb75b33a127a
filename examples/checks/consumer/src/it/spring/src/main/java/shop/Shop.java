package shop;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot shop whose settings come from the environment; it prints its port when it is ready. */
@SpringBootApplication
@RestController
public class Shop {
    private final PayCryptClient payCrypt;

    Shop(PayCryptClient payCrypt) {
        this.payCrypt = payCrypt;
    }

    @PostMapping("/pay")
    CompletableFuture<String> pay() {
        PaymentSessionRequest request = PaymentSessionRequest.builder()
                .orderId("ORD-1")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .build();
        return payCrypt.paymentSessions().createAsync(request).thenApply(PaymentSession::id);
    }

    @PostMapping("/api/paycrypt/webhook")
    Map<String, Boolean> paid(WebhookEvent event) {
        System.out.println(event.payment().state());
        return Map.of("ok", true);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        System.out.println(event.getApplicationContext().getEnvironment().getProperty("local.server.port"));
    }

    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }
}
