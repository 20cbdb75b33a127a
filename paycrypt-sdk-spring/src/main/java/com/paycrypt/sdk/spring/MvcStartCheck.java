package com.paycrypt.sdk.spring;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks at the application's controllers before the server opens its port. */
final class MvcStartCheck implements SmartInitializingSingleton {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RouterFunction<?>> functions;
    private final StartRules rules;

    MvcStartCheck(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RouterFunction<?>> functions,
            StartRules rules) {
        this.mappings = mappings;
        this.functions = functions;
        this.rules = rules;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Map.Entry<RequestMappingInfo, HandlerMethod>> controllers = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .toList();
        controllers.forEach(
                each -> rules.check(each.getValue(), each.getKey().getPatternValues(), MvcEventResolver::fills));
        if (controllers.stream().noneMatch(each -> takesDeliveries(each.getKey()))) {
            checkTaker();
        }
    }

    private void checkTaker() {
        rules.requireClearTaker();
        if (!hasFunctions()) {
            rules.requireTaker();
        }
    }

    private boolean takesDeliveries(RequestMappingInfo mapping) {
        List<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        return rules.takesDeliveries(mapping.getPatternValues(), methods);
    }

    /** Functions cannot be asked what they route: one of them may be meant. */
    private boolean hasFunctions() {
        return functions.stream().findAny().isPresent();
    }
}
