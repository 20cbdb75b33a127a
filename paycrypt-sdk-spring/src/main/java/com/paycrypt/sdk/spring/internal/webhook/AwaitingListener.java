package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.EventListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * A listener method for {@link WebhookEvent}, called as Spring calls it, save that a publisher or a future that it
 * returns is awaited: how it ends is how the delivery ends.
 */
final class AwaitingListener extends ApplicationListenerMethodAdapter {
    private final String beanName;
    private final Class<?> type;
    private final Method method;

    AwaitingListener(String beanName, Class<?> type, Method method) {
        super(beanName, type, method);
        this.beanName = beanName;
        this.type = type;
        this.method = method;
    }

    static boolean isFor(Method method) {
        EventListener listener = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
        if (listener != null && listener.classes().length > 0) {
            return Stream.of(listener.classes()).anyMatch(WebhookEvent.class::equals);
        }
        return method.getParameterCount() == 1 && isOurs(ResolvableType.forMethodParameter(method, 0));
    }

    private static boolean isOurs(ResolvableType event) {
        return event.toClass() == WebhookEvent.class
                || (event.toClass() == PayloadApplicationEvent.class
                        && event.getGeneric().toClass() == WebhookEvent.class);
    }

    /** In or out of a transaction: the start check has seen that it is meant to run in both. */
    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        processEvent(event);
    }

    /** As of any listener, what comes of it is published. */
    @Override
    protected void handleResult(Object result) {
        Object value = Awaited.value(result);
        if (value != null) {
            super.handleResult(value);
        }
    }

    boolean runsAlways() {
        EventListener listener = AnnotatedElementUtils.findMergedAnnotation(getTargetMethod(), EventListener.class);
        return listener == null || listener.defaultExecution();
    }

    String beanName() {
        return beanName;
    }

    Class<?> type() {
        return type;
    }

    Method method() {
        return method;
    }

    String name() {
        return type.getSimpleName() + "." + method.getName();
    }
}
