package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether PayCrypt is meant to be used. One property is enough: an application that sets some of them, or sets one to
 * nothing, is told what is missing instead of silently running without payments. A bean that has the details does as well.
 */
public final class OnPayCrypt extends SpringBootCondition implements ConfigurationCondition {
    private static final List<String> REQUIRED = List.of("paycrypt.base-url", "paycrypt.key", "paycrypt.secret");

    /** A condition that Spring makes. */
    public OnPayCrypt() {}

    /** Once the application's own beans are known. */
    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("@ConditionalOnPayCrypt");
        List<String> details = details(context);
        if (!details.isEmpty()) {
            return ConditionOutcome.match(message.found("bean").items(details));
        }
        List<String> set = set(context.getEnvironment());
        return set.isEmpty()
                ? ConditionOutcome.noMatch(message.didNotFind("any property of").items(REQUIRED))
                : ConditionOutcome.match(message.found("property").items(set));
    }

    static List<String> details(ConditionContext context) {
        return context.getBeanFactory() == null
                ? List.of()
                : List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                        context.getBeanFactory(), PayCryptConnectionDetails.class, true, false));
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
