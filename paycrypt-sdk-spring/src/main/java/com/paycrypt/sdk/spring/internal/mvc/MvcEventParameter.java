package com.paycrypt.sdk.spring.internal.mvc;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Gives every adapter that runs controllers the resolver for verified arguments, before all others, also an adapter
 * that a {@code WebMvcConfigurationSupport} of the application created.
 */
public final class MvcEventParameter implements BeanPostProcessor {
    /** A post-processor for the application's context. */
    public MvcEventParameter() {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>(List.of(new MvcEventResolver()));
            List<HandlerMethodArgumentResolver> known = adapter.getArgumentResolvers();
            resolvers.addAll(known == null ? List.of() : known);
            adapter.setArgumentResolvers(resolvers);
        }
        return bean;
    }
}
