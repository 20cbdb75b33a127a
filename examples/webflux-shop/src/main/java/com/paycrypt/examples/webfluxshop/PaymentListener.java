package com.paycrypt.examples.webfluxshop;

import com.paycrypt.examples.shop.Payments;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives PayCrypt's events. With {@code paycrypt.webhook.replay=jdbc} each delivery is stored before it is acknowledged,
 * and this transaction also records it as handled: what fails here is rolled back and run again.
 */
@Component
class PaymentListener {
    private final Payments payments;

    PaymentListener(Payments payments) {
        this.payments = payments;
    }

    @EventListener
    @Transactional
    public void changed(WebhookEvent event) {
        payments.take(event);
    }
}
