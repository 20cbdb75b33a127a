package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
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

    void check(HandlerMethod controller, Collection<String> patterns) {
        events(controller).forEach(parameter -> check(controller, patterns, parameter));
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

    private static Stream<MethodParameter> events(HandlerMethod controller) {
        return Stream.of(controller.getMethodParameters())
                .filter(parameter -> parameter.nestedIfOptional().getNestedParameterType() == WebhookEvent.class);
    }
}
