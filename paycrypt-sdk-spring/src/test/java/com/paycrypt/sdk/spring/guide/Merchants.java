package com.paycrypt.sdk.spring.guide;

// region merchants
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.net.URI;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class Merchants {
    private final PayCryptClient shopA;
    private final PaymentSessionDefaults defaultsA;

    Merchants(@Qualifier("shop-a") PayCryptClient shopA, @Qualifier("shop-a") PaymentSessionDefaults defaultsA) {
        this.shopA = shopA;
        this.defaultsA = defaultsA;
    }

    URI pay(String orderId) {
        return shopA.paymentSessions()
                .create(defaultsA
                        .request()
                        .orderId(orderId)
                        .amount("49.00", "USD")
                        .build())
                .checkoutUrl();
    }

    @EventListener
    void changed(WebhookEvent event) {
        System.out.println(event.type() + " for the merchant of key " + event.key());
    }
}
// endregion
