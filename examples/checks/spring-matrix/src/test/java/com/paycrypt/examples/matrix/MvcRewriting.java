package com.paycrypt.examples.matrix;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Shops on Spring MVC that route more than their mappings say. */
final class MvcRewriting {
    private MvcRewriting() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Rewriting.class, Applications.RawController.class})
    static class WithController {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Rewriting.class, Applications.Listener.class})
    static class WithListener {}

    static class Rewriting implements WebMvcConfigurer {
        @Override
        public void configurePathMatch(PathMatchConfigurer paths) {
            PathPatternParser anyCase = new PathPatternParser();
            anyCase.setCaseSensitive(false);
            paths.setPatternParser(anyCase);
        }

        @Bean
        UrlHandlerFilter trailingSlashes() {
            return UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
        }

        @Bean
        Filter aliases() {
            return (request, response, chain) -> {
                if (((HttpServletRequest) request).getRequestURI().equals("/hook")) {
                    request.getRequestDispatcher("/api/paycrypt/webhook").forward(request, response);
                } else {
                    chain.doFilter(request, response);
                }
            };
        }
    }
}
