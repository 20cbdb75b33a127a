package com.paycrypt.sdk.spring.internal.webhook;

import java.lang.reflect.Method;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;

/** Makes the listeners of {@code WebhookEvent}, before Spring's own factories do. */
public final class AwaitingListenerFactory implements EventListenerFactory, Ordered {
    /** A factory for the application's context. */
    public AwaitingListenerFactory() {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supportsMethod(Method method) {
        return AwaitingListener.isFor(method);
    }

    @Override
    public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
        return new AwaitingListener(beanName, type, method);
    }
}
