package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.method.HandlerMethod;

/** What must hold of an application's code before its first delivery; the same for both web stacks. */
final class StartRules {
    private static final Set<Class<? extends Annotation>> OTHER_SOURCES = Set.of(
            RequestBody.class,
            RequestPart.class,
            RequestParam.class,
            RequestHeader.class,
            RequestAttribute.class,
            SessionAttribute.class,
            CookieValue.class,
            ModelAttribute.class);

    private final WebhookPath path;
    private final EventTaker taker;

    StartRules(WebhookPath path, EventTaker taker) {
        this.path = path;
        this.taker = taker;
    }

    /** Whether a mapping takes deliveries; a mapping without methods takes all. */
    boolean takesDeliveries(Collection<String> patterns, Collection<String> methods) {
        return path.isMappedBy(patterns) && (methods.isEmpty() || methods.contains("POST"));
    }

    /** Looks at each parameter that is an event or holds one; the web stack says which of them it fills. */
    void check(HandlerMethod controller, Collection<String> patterns, Predicate<MethodParameter> filled) {
        for (MethodParameter parameter : controller.getMethodParameters()) {
            if (isEvent(parameter)) {
                check(controller, patterns, parameter);
                requireFilled(controller, parameter, filled);
            }
        }
    }

    void requireClearTaker() {
        taker.requireClear();
    }

    void requireTaker() {
        if (!taker.present()) {
            throw new PayCryptConfigurationException(
                    "Nothing takes PayCrypt's webhooks: no controller is mapped to POST " + path
                            + ", no bean is a WebhookHandler, and no @EventListener listens for WebhookEvent.",
                    "Map a controller method with a WebhookEvent parameter to " + path
                            + ", or add an @EventListener method with a WebhookEvent parameter, or correct"
                            + " paycrypt.webhook.path. An application that receives no webhooks says"
                            + " paycrypt.webhook.enabled=false.");
        }
    }

    private void check(HandlerMethod controller, Collection<String> patterns, MethodParameter parameter) {
        if (!path.isAllOf(patterns)) {
            throw new PayCryptConfigurationException(
                    controller.getShortLogMessage() + " takes a WebhookEvent, but is mapped to " + patterns
                            + ", where deliveries are not verified: paycrypt.webhook.path is " + path + ".",
                    "Map the method to " + path + " alone, or set paycrypt.webhook.path to its path.");
        }
        if (OTHER_SOURCES.stream().anyMatch(parameter::hasParameterAnnotation)) {
            throw new PayCryptConfigurationException(
                    controller.getShortLogMessage() + " takes a WebhookEvent with an annotation that fills it from"
                            + " the request instead of from the verified delivery.",
                    "Remove the annotation: a WebhookEvent parameter needs none.");
        }
    }

    /** Spring would fill any other kind from the request, and answer 400 where that fails, as it always does. */
    private static void requireFilled(
            HandlerMethod controller, MethodParameter parameter, Predicate<MethodParameter> filled) {
        if (!filled.test(parameter)) {
            throw new PayCryptConfigurationException(
                    controller.getShortLogMessage() + " takes a WebhookEvent within a "
                            + parameter.getParameterType().getSimpleName() + ", which nothing fills.",
                    "Take a WebhookEvent as it is: the method is called for verified deliveries alone, so it is always there.");
        }
    }

    private static boolean isEvent(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        return type.toClass() == WebhookEvent.class
                || Stream.of(type.getGenerics()).anyMatch(held -> held.toClass() == WebhookEvent.class);
    }
}
