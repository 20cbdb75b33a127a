package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A shop on Spring MVC whose routes are functions. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class MvcFunctions {
    @Bean
    RouterFunction<ServerResponse> webhooks() {
        return RouterFunctions.route()
                // region mvc-function
                .POST("/api/paycrypt/webhook", request -> {
                    WebhookEvent event = PayCryptWebhookFilter.event(request.servletRequest());
                    return ServerResponse.ok().body(event.payment().orderId().orElseThrow());
                })
                // endregion
                .build();
    }
}
