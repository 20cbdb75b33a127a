package com.paycrypt.examples.matrix;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebExceptionHandler;

/** A shop on WebFlux that answers every exception with 200. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FailingHandler.class, FriendlyAdvice.class})
class FluxResolvers {
    @Bean
    @Order(-10)
    WebExceptionHandler pages() {
        return (exchange, failure) -> {
            exchange.getResponse().setStatusCode(HttpStatus.OK);
            return exchange.getResponse().setComplete();
        };
    }
}
