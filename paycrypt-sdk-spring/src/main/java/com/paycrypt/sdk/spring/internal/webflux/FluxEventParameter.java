package com.paycrypt.sdk.spring.internal.webflux;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Gives every adapter that runs controllers the resolver for verified arguments, also an adapter that a
 * {@code WebFluxConfigurationSupport} of the application created.
 */
public final class FluxEventParameter implements BeanPostProcessor {
    private final Set<RequestMappingHandlerAdapter> adapters =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** A post-processor for the application's context. */
    public FluxEventParameter() {}

    /** Before the adapter is initialised: it reads its resolvers then. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            configurer(adapter).addCustomResolver(new FluxEventResolver(ReactiveAdapterRegistry.getSharedInstance()));
            adapters.add(adapter);
        }
        return bean;
    }

    boolean isGivenTo(RequestMappingHandlerAdapter adapter) {
        return adapters.contains(adapter);
    }

    private static ArgumentResolverConfigurer configurer(RequestMappingHandlerAdapter adapter) {
        ArgumentResolverConfigurer known = adapter.getArgumentResolverConfigurer();
        if (known != null) {
            return known;
        }
        ArgumentResolverConfigurer made = new ArgumentResolverConfigurer();
        adapter.setArgumentResolverConfigurer(made);
        return made;
    }
}
