package com.paycrypt.examples.matrix;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.reactive.UrlHandlerFilter;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/** Shops on WebFlux that route more than their mappings say. */
final class FluxRewriting {
    private FluxRewriting() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Rewriting.class, Applications.RawController.class})
    static class WithController {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Rewriting.class, Applications.Listener.class})
    static class WithListener {}

    static class Rewriting implements WebFluxConfigurer {
        @Override
        public void configurePathMatching(PathMatchConfigurer paths) {
            paths.setUseCaseSensitiveMatch(false);
        }

        @Bean
        UrlHandlerFilter trailingSlashes() {
            return UrlHandlerFilter.trailingSlashHandler("/**").mutateRequest().build();
        }

        @Bean
        WebFilter aliases() {
            return (exchange, chain) -> chain.filter(isAlias(exchange) ? rewritten(exchange) : exchange);
        }

        private static boolean isAlias(ServerWebExchange exchange) {
            return exchange.getRequest().getPath().value().equals("/hook");
        }

        private static ServerWebExchange rewritten(ServerWebExchange exchange) {
            return exchange.mutate()
                    .request(request -> request.path("/api/paycrypt/webhook"))
                    .build();
        }
    }
}
