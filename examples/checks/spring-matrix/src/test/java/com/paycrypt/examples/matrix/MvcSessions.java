package com.paycrypt.examples.matrix;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Shops on Spring MVC whose security keeps sessions in ways that Boot's own does not. */
final class MvcSessions {
    private MvcSessions() {}

    static Class<?> mode(String name) {
        return switch (name) {
            case "always" -> Always.class;
            case "one session each" -> OneEach.class;
            default -> SavedAtTheEnd.class;
        };
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class Always {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.ALWAYS));
            return closed(http);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class OneEach {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.sessionManagement(sessions ->
                    sessions.requireExplicitAuthenticationStrategy(false).maximumSessions(1));
            return closed(http);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Applications.Controller.class, Applications.Admin.class})
    static class SavedAtTheEnd {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.securityContext(context -> context.requireExplicitSave(false));
            return closed(http);
        }
    }

    private static SecurityFilterChain closed(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }
}
