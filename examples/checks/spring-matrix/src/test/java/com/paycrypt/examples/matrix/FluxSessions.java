package com.paycrypt.examples.matrix;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.session.InMemoryReactiveSessionRegistry;
import org.springframework.security.core.session.ReactiveSessionRegistry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.SessionLimit;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Shops on WebFlux whose security keeps sessions in ways that Boot's own does not. */
final class FluxSessions {
    private FluxSessions() {}

    static Class<?> mode(String name) {
        return switch (name) {
            case "always" -> Always.class;
            case "one session each" -> OneEach.class;
            default -> Stored.class;
        };
    }

    /** Every visitor has a session before security is asked. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class Always {
        @Bean
        WebFilter sessions() {
            return (exchange, chain) ->
                    exchange.getSession().doOnNext(WebSession::start).then(Mono.defer(() -> chain.filter(exchange)));
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class OneEach {
        @Bean
        ReactiveSessionRegistry registry() {
            return new InMemoryReactiveSessionRegistry();
        }

        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http) {
            http.sessionManagement(
                    sessions -> sessions.concurrentSessions(limit -> limit.maximumSessions(SessionLimit.of(1))));
            return closed(http);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class Stored {
        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http) {
            return closed(http.securityContextRepository(new WebSessionServerSecurityContextRepository()));
        }
    }

    private static SecurityWebFilterChain closed(ServerHttpSecurity http) {
        return http.authorizeExchange(requests -> requests.anyExchange().authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }
}
