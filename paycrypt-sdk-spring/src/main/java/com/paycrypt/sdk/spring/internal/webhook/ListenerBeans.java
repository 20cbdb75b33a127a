package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * The application's listeners of {@link WebhookEvent}, those of parent contexts included. They are called here, in their
 * order and on the caller's thread, whatever executor or error handler the application's own multicaster has: what a
 * listener throws reaches the caller.
 */
final class ListenerBeans {
    private static final ResolvableType OUR_EVENT = payload(WebhookEvent.class);
    private static final ResolvableType ANY_EVENT = payload(ListenerBeans.class);
    private static final ResolvableType OUR_LISTENER =
            ResolvableType.forClassWithGenerics(ApplicationListener.class, OUR_EVENT);

    private final ConfigurableApplicationContext context;

    ListenerBeans(ConfigurableApplicationContext context) {
        this.context = context;
    }

    boolean present() {
        return !ours().isEmpty()
                || contexts().stream().anyMatch(each -> names(each).findAny().isPresent());
    }

    void publish(WebhookEvent event) {
        SimpleApplicationEventMulticaster direct = new SimpleApplicationEventMulticaster(context.getBeanFactory());
        for (AbstractApplicationContext each : contexts()) {
            each.getApplicationListeners().forEach(direct::addApplicationListener);
            names(each).forEach(direct::addApplicationListenerBean);
        }
        direct.multicastEvent(new PayloadApplicationEvent<>(context, event), OUR_EVENT);
    }

    void check(ExecutionRules rules) {
        for (ApplicationListener<?> listener : ours()) {
            if (listener instanceof AwaitingListener method) {
                rules.requireRun(method);
            } else {
                rules.requireNoTransactionalListener(listener);
            }
        }
        contexts().forEach(each -> names(each).forEach(name -> check(name, each, rules)));
        MulticasterRules.check(context);
    }

    private static void check(String name, AbstractApplicationContext context, ExecutionRules rules) {
        Class<?> type = type(name, context);
        if (type != null) {
            Stream.of(type.getMethods())
                    .filter(method -> method.getName().equals("onApplicationEvent"))
                    .forEach(method -> rules.requireHere("The bean " + name, name, type, method));
        }
    }

    /** A proxy tells nothing of the annotations of its target. */
    private static @Nullable Class<?> type(String name, AbstractApplicationContext context) {
        Object bean = context.getBeanFactory().getSingleton(name);
        return bean == null ? context.getType(name) : AopProxyUtils.ultimateTargetClass(bean);
    }

    /** A listener of everything logs or counts: it does not handle payments. */
    private List<ApplicationListener<?>> ours() {
        return contexts().stream()
                .flatMap(each -> each.getApplicationListeners().stream())
                .filter(ListenerBeans::isMeantForUs)
                .toList();
    }

    private static boolean isMeantForUs(ApplicationListener<?> listener) {
        GenericApplicationListenerAdapter adapter = new GenericApplicationListenerAdapter(listener);
        return adapter.supportsEventType(OUR_EVENT) && !adapter.supportsEventType(ANY_EVENT);
    }

    /** Beans whose type is known of their definition alone: lazy ones, and lambdas. */
    private static Stream<String> names(AbstractApplicationContext context) {
        return Stream.of(context.getBeanFactory().getBeanNamesForType(OUR_LISTENER, true, false));
    }

    private List<AbstractApplicationContext> contexts() {
        List<AbstractApplicationContext> contexts = new ArrayList<>();
        for (@Nullable ApplicationContext each = context; each != null; each = each.getParent()) {
            if (each instanceof AbstractApplicationContext known) {
                contexts.add(known);
            }
        }
        return contexts;
    }

    private static ResolvableType payload(Class<?> type) {
        return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, type);
    }
}
