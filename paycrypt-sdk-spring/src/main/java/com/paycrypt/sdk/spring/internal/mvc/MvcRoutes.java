package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.spring.internal.webhook.ControllerRoute;
import com.paycrypt.sdk.spring.internal.webhook.WebhookRoutes;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What Spring MVC routes. */
public final class MvcRoutes implements WebhookRoutes {
    private final ListableBeanFactory beans;

    /**
     * The routes of an application.
     *
     * @param beans its mappings and adapters
     */
    public MvcRoutes(ListableBeanFactory beans) {
        this.beans = beans;
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
        return new ControllerRoute(method, mapping.getPatternValues(), httpMethods);
    }

    @Override
    public boolean hasFunctions() {
        return beans.getBeanNamesForType(RouterFunction.class).length > 0;
    }

    @Override
    public boolean fills(MethodParameter parameter) {
        return beans.getBeansOfType(RequestMappingHandlerAdapter.class).values().stream()
                .allMatch(adapter -> isFirst(adapter, parameter));
    }

    private static boolean isFirst(RequestMappingHandlerAdapter adapter, MethodParameter parameter) {
        List<HandlerMethodArgumentResolver> resolvers = adapter.getArgumentResolvers();
        return resolvers != null
                && resolvers.stream()
                        .filter(each -> each.supportsParameter(parameter))
                        .findFirst()
                        .filter(MvcEventResolver.class::isInstance)
                        .isPresent();
    }
}
