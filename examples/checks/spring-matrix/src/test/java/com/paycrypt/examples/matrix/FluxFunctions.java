package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.spring.WebhookExchange;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A shop on WebFlux whose routes are functions. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class FluxFunctions {
    @Bean
    RouterFunction<ServerResponse> webhooks() {
        return RouterFunctions.route()
                // region flux-function
                .POST("/api/paycrypt/webhook", request -> {
                    WebhookEvent event = WebhookExchange.event(request.exchange());
                    return ServerResponse.ok()
                            .bodyValue(event.payment().orderId().orElseThrow());
                })
                // endregion
                .POST("/elsewhere", request -> ServerResponse.ok().bodyValue(event(request)))
                .build();
    }

    private static String event(ServerRequest request) {
        try {
            return WebhookExchange.event(request.exchange()).type();
        } catch (IllegalStateException unverified) {
            return unverified.getMessage();
        }
    }
}
