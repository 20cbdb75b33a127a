package com.paycrypt.examples.matrix.aot;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** A shop as merchants write it, with a main method, that is processed ahead of time. */
@SpringBootApplication
public class AotShop {
    public static void main(String[] args) {
        SpringApplication.run(AotShop.class, args);
    }

    /** The beans of the SDK, by their names. */
    public static String beans(ApplicationContext context) {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(name -> name.startsWith("payCrypt") || name.contains("com.paycrypt.sdk."))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Bean
    ApplicationRunner firstOrder(PayCryptClient payCrypt, PaymentSessionDefaults defaults, ApplicationContext context) {
        return arguments -> {
            System.out.println("beans: " + beans(context));
            PaymentSession session = payCrypt.paymentSessions()
                    .create(defaults.request()
                            .orderId("ORD-1")
                            .amount("49.00", "USD")
                            .build());
            System.out.println("first order is paid at " + session.checkoutUrl());
        };
    }
}
