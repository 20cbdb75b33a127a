package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** The parameter types that mean <i>verified</i>: filled from a verified delivery, and from nothing else. */
public final class VerifiedArgument {
    private VerifiedArgument() {}

    /**
     * Tells whether a type is one of them.
     *
     * @param type the type of a parameter
     * @return true for an event and for its payment
     */
    public static boolean is(Class<?> type) {
        return type == WebhookEvent.class || type == Payment.class;
    }

    /**
     * Returns the argument of a verified delivery.
     *
     * @param event the verified event
     * @param type the type of the parameter
     * @return the event, or the payment that it is about
     */
    public static Object of(WebhookEvent event, Class<?> type) {
        return type == Payment.class ? event.payment() : event;
    }

    /** Whether a parameter is one of them or holds one. */
    static boolean isWithin(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        return is(type.toClass()) || Stream.of(type.getGenerics()).anyMatch(held -> is(held.toClass()));
    }

    /** The type that a message names. */
    static String name(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        return Stream.concat(Stream.of(type), Stream.of(type.getGenerics()))
                .map(ResolvableType::toClass)
                .filter(VerifiedArgument::is)
                .map(Class::getSimpleName)
                .findFirst()
                .orElse("WebhookEvent");
    }
}
