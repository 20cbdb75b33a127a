package com.paycrypt.sdk.spring.internal.config;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says which properties bring the bean of PayCrypt that an application asks for, before Boot says to define one. */
public final class MissingBeanFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
        implements Ordered {
    /** An analyzer that Boot makes. */
    public MissingBeanFailureAnalyzer() {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        Class<?> type = cause.getResolvableType() == null
                ? null
                : cause.getResolvableType().resolve();
        if (type == null || !type.getName().startsWith("com.paycrypt.sdk.")) {
            return null;
        }
        String webhooks = type.getName().contains(".webhook.") ? ", and paycrypt.webhook.enabled not to false" : "";
        return new FailureAnalysis(
                "The application asks for a " + type.getSimpleName()
                        + ", and PayCrypt is not configured: none of paycrypt.base-url, paycrypt.key and"
                        + " paycrypt.secret is set, or its auto-configuration is excluded.",
                "Set paycrypt.base-url, paycrypt.key and paycrypt.secret (or PAYCRYPT_BASE_URL, PAYCRYPT_KEY and"
                        + " PAYCRYPT_SECRET)" + webhooks
                        + ". With several merchants in paycrypt.merchants, name the one that is meant:"
                        + " @Qualifier(\"shop-a\").",
                cause);
    }
}
