package com.paycrypt.sdk.spring.internal.webflux;

import com.paycrypt.sdk.spring.internal.webhook.ControllerRoute;
import com.paycrypt.sdk.spring.internal.webhook.WebhookRoutes;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** What WebFlux routes. */
public final class FluxRoutes implements WebhookRoutes {
    private final ListableBeanFactory beans;
    private final FluxEventParameter parameter;

    /**
     * The routes of an application.
     *
     * @param beans its mappings and adapters
     * @param parameter knows the adapters that have the resolver: they cannot be asked
     */
    public FluxRoutes(ListableBeanFactory beans, FluxEventParameter parameter) {
        this.beans = beans;
        this.parameter = parameter;
    }

    @Override
    public List<ControllerRoute> controllers() {
        return beans.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .map(each -> route(each.getKey(), each.getValue()))
                .toList();
    }

    private static ControllerRoute route(RequestMappingInfo mapping, HandlerMethod method) {
        List<String> httpMethods = mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        List<String> patterns = mapping.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .toList();
        return new ControllerRoute(method, patterns, httpMethods);
    }

    @Override
    public boolean hasFunctions() {
        return beans.getBeanNamesForType(RouterFunction.class).length > 0;
    }

    @Override
    public boolean fills(MethodParameter argument) {
        return FluxEventResolver.fills(argument)
                && beans.getBeansOfType(RequestMappingHandlerAdapter.class).values().stream()
                        .allMatch(parameter::isGivenTo);
    }
}
