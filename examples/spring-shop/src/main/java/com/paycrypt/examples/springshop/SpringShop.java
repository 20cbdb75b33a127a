package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.BrowserPolicy;
import com.paycrypt.examples.shop.Orders;
import com.paycrypt.examples.shop.Payments;
import com.paycrypt.examples.shop.Reconciliation;
import com.paycrypt.examples.shop.Shop;
import com.paycrypt.sdk.PayCryptClient;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A shop on Spring Boot and Spring MVC. Its settings are in {@code application.properties}. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class SpringShop {
    /**
     * Runs the shop until the process is stopped.
     *
     * @param args properties, such as {@code --server.port=8081}
     */
    public static void main(String[] args) {
        SpringApplication.run(SpringShop.class, args);
    }

    @Bean
    Orders orders(JdbcClient database) {
        return new Orders(database);
    }

    /** The port in the shop's address is known only once the server listens, so that the property is read when it is used. */
    @Bean
    Shop shop(Orders orders, PayCryptClient payCrypt, Environment settings) {
        return new Shop(
                orders, payCrypt, Clock.systemUTC(), () -> URI.create(settings.getRequiredProperty("shop.public-url")));
    }

    @Bean
    Payments payments(Orders orders) {
        return new Payments(orders);
    }

    @Bean
    Reconciliation reconciliation(Orders orders, PayCryptClient payCrypt) {
        return new Reconciliation(orders, payCrypt, Clock.systemUTC());
    }

    @Bean
    BrowserPolicy browserPolicy(@Value("${paycrypt.base-url}") URI payCrypt) {
        return new BrowserPolicy(payCrypt);
    }
}
