package com.paycrypt.examples.matrix.jpa;

import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A shop on JPA, to be killed in a process of its own. It keeps nothing by which a second shipment could be told. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
public class KilledShop {
    public static void main(String[] args) {
        Steps steps = new Steps(System.in, System.out);
        SpringApplication shop = new SpringApplication(KilledShop.class);
        shop.addInitializers(context -> context.getBeanFactory().registerSingleton("steps", steps));
        shop.run(args);
    }

    @Bean
    static BeanPostProcessor watchedDatabase(Steps steps) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new SteppedDataSource(database, steps) : bean;
            }
        };
    }

    @Component
    static class Listener {
        private final Orders orders;
        private final Shipments shipments;

        Listener(Orders orders, Shipments shipments) {
            this.orders = orders;
            this.shipments = shipments;
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
                Shipment shipment = new Shipment();
                shipment.orderId = order.id;
                shipments.save(shipment);
            }
        }
    }

    interface Orders extends JpaRepository<ShopOrder, String> {}

    interface Shipments extends JpaRepository<Shipment, Long> {}

    /** What was ordered. */
    @Entity(name = "shop_order")
    static class ShopOrder {
        @Id
        String id;

        BigDecimal amount;
        String currency;
        String status;
    }

    /** What is sent out, each time one is there. */
    @Entity(name = "shipment")
    static class Shipment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String orderId;
    }
}
