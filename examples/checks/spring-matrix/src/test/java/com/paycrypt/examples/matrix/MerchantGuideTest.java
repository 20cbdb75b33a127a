package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.spring.PayCryptClientCustomizer;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** A shop's own test against the sandbox: a session is created and paid, and its webhook arrives. */
@Tag("alone")
class MerchantGuideTest {
    @Test
    void aPaidSessionReachesTheListener() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Shop shop = Shop.start(sandbox.baseUrl(), sandbox.key(), sandbox.secret(), ShopApplication.class)) {
            PaymentSession session =
                    shop.bean(PayCryptClient.class).paymentSessions().create(order(shop));
            sandbox.customer(session.id()).pays();

            String paid = shop.bean(Orders.class).paid.poll(Await.SECONDS, TimeUnit.SECONDS);
            assertThat(paid).isEqualTo("ORD-123");
        }
    }

    private static PaymentSessionRequest order(Shop shop) {
        return PaymentSessionRequest.builder()
                .orderId("ORD-123")
                .amount("49.00", "USD")
                .successUrl("https://merchant.tld/success")
                .cancelUrl("https://merchant.tld/cancel")
                .webhookUrl(shop.at("/api/paycrypt/webhook").toString())
                .build();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Orders.class)
    static class ShopApplication {
        // region customizer
        @Bean
        PayCryptClientCustomizer patience() {
            return builder -> builder.callTimeout(Duration.ofSeconds(20));
        }
        // endregion
    }

    // region listener
    static class Orders {
        final BlockingQueue<String> paid = new LinkedBlockingQueue<>();

        @EventListener
        void changed(WebhookEvent event) {
            switch (event.payment().state()) {
                case PAID -> paid.add(event.payment().orderId().orElseThrow());
                default -> System.out.println("noted " + event.type());
            }
        }
    }
    // endregion
}
