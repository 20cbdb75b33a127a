package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.SessionAttribute;

/** What must hold of a controller before its first delivery. */
final class ControllerRules {
    private static final Set<Class<? extends Annotation>> OTHER_SOURCES = Set.of(
            RequestBody.class,
            RequestPart.class,
            RequestParam.class,
            RequestHeader.class,
            RequestAttribute.class,
            SessionAttribute.class,
            CookieValue.class,
            ModelAttribute.class);

    private final WebhookEndpoints endpoints;
    private final WebhookRoutes routes;
    private final ExecutionRules execution;

    ControllerRules(WebhookEndpoints endpoints, WebhookRoutes routes, ExecutionRules execution) {
        this.endpoints = endpoints;
        this.routes = routes;
        this.execution = execution;
    }

    void check(ControllerRoute controller) {
        for (MethodParameter parameter : controller.method().getMethodParameters()) {
            if (VerifiedArgument.isWithin(parameter)) {
                requirePath(controller, parameter);
                requireNoOtherSource(controller, parameter);
                requireFilled(controller, parameter);
            }
        }
        if (endpoints.areAllOf(controller.patterns())) {
            execution.requireHere(
                    controller.name(),
                    controller.method().getBean(),
                    controller.method().getBeanType(),
                    controller.method().getMethod());
        }
    }

    private void requirePath(ControllerRoute controller, MethodParameter parameter) {
        if (!endpoints.areAllOf(controller.patterns())) {
            throw new PayCryptConfigurationException(
                    controller.name() + " takes a " + VerifiedArgument.name(parameter) + ", but is mapped to "
                            + controller.patterns() + ", where deliveries are not verified: paycrypt.webhook.path is "
                            + endpoints + ".",
                    "Map the method to " + endpoints + " alone, or set paycrypt.webhook.path to its path.");
        }
    }

    private static void requireNoOtherSource(ControllerRoute controller, MethodParameter parameter) {
        if (OTHER_SOURCES.stream().anyMatch(parameter::hasParameterAnnotation)) {
            throw new PayCryptConfigurationException(
                    controller.name() + " takes a " + VerifiedArgument.name(parameter)
                            + " with an annotation that fills it from the request instead of from the verified"
                            + " delivery.",
                    "Remove the annotation: a " + VerifiedArgument.name(parameter) + " parameter needs none.");
        }
    }

    /** Spring would fill any other kind from the request, and answer 400 where that fails, as it always does. */
    private void requireFilled(ControllerRoute controller, MethodParameter parameter) {
        if (!VerifiedArgument.is(parameter.nestedIfOptional().getNestedParameterType()) || parameter.isOptional()) {
            requireHolder(controller, parameter);
        } else if (!routes.fills(parameter)) {
            throw new PayCryptConfigurationException(
                    controller.name() + " takes a " + VerifiedArgument.name(parameter)
                            + ", which the application's RequestMappingHandlerAdapter would fill from the request: a"
                            + " resolver of the application's own comes before PayCrypt's, or the adapter is made"
                            + " outside of the application context.",
                    "Let Spring make the adapter, by Boot or by a bean, and let no argument resolver of your own"
                            + " support " + VerifiedArgument.name(parameter) + ".");
        }
    }

    private void requireHolder(ControllerRoute controller, MethodParameter parameter) {
        if (!routes.fills(parameter)) {
            throw new PayCryptConfigurationException(
                    controller.name() + " takes a " + VerifiedArgument.name(parameter) + " within a "
                            + parameter.getParameterType().getSimpleName() + ", which nothing fills.",
                    "Take a " + VerifiedArgument.name(parameter)
                            + " as it is: the method is called for verified deliveries alone, so it is always there.");
        }
    }
}
