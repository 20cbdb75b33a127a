package com.paycrypt.sdk.spring.internal.config;

import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is the one merchant of {@code paycrypt.key} and {@code paycrypt.secret}, or of a bean with the details. */
public final class OnShortForm extends SpringBootCondition implements ConfigurationCondition {
    /** A condition that Spring makes. */
    public OnShortForm() {}

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Binder binder = Binder.get(context.getEnvironment());
        boolean applies = Merchants.names(context.getEnvironment()).isEmpty()
                || Stream.of("paycrypt.key", "paycrypt.secret")
                        .anyMatch(name -> binder.bind(name, String.class).isBound())
                || !OnPayCrypt.details(context).isEmpty();
        return new ConditionOutcome(
                applies,
                ConditionMessage.forCondition("@ConditionalOnShortForm")
                        .because(applies ? "the short form is used" : Merchants.PROPERTY + " names all merchants"));
    }
}
