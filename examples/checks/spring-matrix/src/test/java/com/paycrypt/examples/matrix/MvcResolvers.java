package com.paycrypt.examples.matrix;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.handler.SimpleMappingExceptionResolver;
import org.springframework.web.servlet.view.AbstractView;

/** A shop on Spring MVC that answers every exception with a page, and 200. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FailingHandler.class, FriendlyAdvice.class})
class MvcResolvers {
    @Bean
    SimpleMappingExceptionResolver pages() {
        SimpleMappingExceptionResolver resolver = new SimpleMappingExceptionResolver();
        resolver.setDefaultErrorView("sorry");
        return resolver;
    }

    @Bean
    View sorry() {
        return new AbstractView() {
            @Override
            protected void renderMergedOutputModel(
                    Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                    throws Exception {
                response.getWriter().print("sorry");
            }
        };
    }
}
