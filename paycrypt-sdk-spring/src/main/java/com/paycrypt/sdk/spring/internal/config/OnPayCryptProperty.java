package com.paycrypt.sdk.spring.internal.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether anybody meant to configure PayCrypt. One property is enough: an application that sets some of them, or sets
 * one to nothing, is told what is missing instead of silently running without payments.
 */
public final class OnPayCryptProperty extends SpringBootCondition {
    private static final List<String> REQUIRED = List.of("paycrypt.base-url", "paycrypt.key", "paycrypt.secret");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("@ConditionalOnPayCrypt");
        List<String> set = set(context.getEnvironment());
        return set.isEmpty()
                ? ConditionOutcome.noMatch(message.didNotFind("any property of").items(REQUIRED))
                : ConditionOutcome.match(message.found("property").items(set));
    }

    private static List<String> set(Environment environment) {
        Binder binder = Binder.get(environment);
        Stream<String> merchants = Merchants.names(environment).stream().map(name -> Merchants.PROPERTY + "." + name);
        return Stream.concat(
                        REQUIRED.stream()
                                .filter(name -> binder.bind(name, String.class).isBound()),
                        merchants)
                .toList();
    }
}
