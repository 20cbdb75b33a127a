package com.paycrypt.sdk.spring.internal.config;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether webhooks are received; read as the properties are, so that {@code off}, {@code no} and {@code 0} say no. */
public final class OnWebhooksProperty extends SpringBootCondition {
    private static final String ENABLED = "paycrypt.webhook.enabled";

    /** A condition that Spring makes. */
    public OnWebhooksProperty() {}

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean enabled = Binder.get(context.getEnvironment())
                .bind(ENABLED, Boolean.class)
                .orElse(true);
        return new ConditionOutcome(
                enabled, ConditionMessage.forCondition("@ConditionalOnWebhooks").because(ENABLED + " is " + enabled));
    }
}
