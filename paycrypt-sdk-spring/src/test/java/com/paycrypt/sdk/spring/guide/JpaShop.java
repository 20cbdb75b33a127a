package com.paycrypt.sdk.spring.guide;

// region jpa
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JpaShop {
    private final Orders orders;

    JpaShop(Orders orders) {
        this.orders = orders;
    }

    @EventListener
    @Transactional
    public void changed(WebhookEvent event) {
        Payment payment = event.payment();
        ShopOrder order = payment.orderId().flatMap(orders::findById).orElse(null);
        if (order != null
                && payment.state() == Payment.State.PAID
                && payment.matches(order.id, Money.of(order.amount, order.currency))) {
            order.status = "paid";
        }
    }

    interface Orders extends JpaRepository<ShopOrder, String> {}

    @Entity
    static class ShopOrder {
        @Id
        String id;

        BigDecimal amount;
        String currency;
        String status;
    }
}
// endregion
