package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Calls the application's code where no controller is mapped: a {@link WebhookHandler} bean if there is one, else the
 * listeners of {@link WebhookEvent}. It returns when that code has ended, and throws what it threw.
 */
public final class EventDispatcher {
    private final @Nullable WebhookHandler handler;
    private final ConfigurableApplicationContext context;
    private final ListenerBeans listeners;
    private final AroundHandler around;

    /**
     * A dispatcher to the beans of a context.
     *
     * @param handler the handler, if there is one that is meant
     * @param context the application's context
     * @param around what the code runs in
     */
    public EventDispatcher(
            @Nullable WebhookHandler handler, ConfigurableApplicationContext context, AroundHandler around) {
        this.handler = handler;
        this.context = context;
        this.listeners = new ListenerBeans(context);
        this.around = handler != null && isOfInbox(handler) ? AroundHandler.nothing() : around;
    }

    /**
     * Tells whether there is code to call.
     *
     * @return true if there is a handler or a listener
     */
    public boolean present() {
        return handler != null || listeners.present();
    }

    /** Fails where several beans may be meant, and where what is called would run elsewhere, later or not at all. */
    public void requireClear() {
        requireOneHandler();
        if (handler == null) {
            if (listeners.present()) {
                listeners.check(execution());
            }
            return;
        }
        if (listeners.present()) {
            throw new PayCryptConfigurationException(
                    "It is not clear who takes PayCrypt's webhooks: they could be taken both by a WebhookHandler bean and"
                            + " by an @EventListener for WebhookEvent, which would not be called.",
                    "Keep one of them: the handler, which may call the listener's code, or the listener.");
        }
        requireHere(handler);
    }

    private void requireOneHandler() {
        String[] handlers = context.getBeanNamesForType(WebhookHandler.class);
        if (handler == null && handlers.length > 1) {
            throw new PayCryptConfigurationException(
                    "It is not clear who takes PayCrypt's webhooks: more than one bean is a WebhookHandler: "
                            + String.join(", ", handlers) + ".",
                    "Mark the one that is to take them as @Primary; it may call the others.");
        }
    }

    private void requireHere(WebhookHandler bean) {
        Class<?> type = AopProxyUtils.ultimateTargetClass(bean);
        Stream.of(type.getMethods())
                .filter(method -> method.getName().equals("handle") && method.getParameterCount() == 1)
                .forEach(method -> execution().requireHere(type.getSimpleName() + ".handle", bean, type, method));
    }

    ExecutionRules execution() {
        return new ExecutionRules(context.getBeanFactory());
    }

    /**
     * Calls the application's code.
     *
     * @param event the verified event
     * @throws Exception what the code threw
     */
    public void handle(WebhookEvent event) throws Exception {
        DeliveryMdc mdc = DeliveryMdc.open(event);
        try {
            call(event);
        } finally {
            mdc.close();
        }
    }

    private void call(WebhookEvent event) throws Exception {
        if (handler != null) {
            around.handle(event, handler);
        } else if (listeners.present()) {
            around.handle(event, this::publish);
        } else {
            throw new IllegalStateException(
                    "the delivery came to a spelling of the webhook path that no controller is mapped"
                            + " to, such as one with a slash at its end, and no listener takes a WebhookEvent: give PayCrypt the"
                            + " webhook_url exactly as the controller is mapped");
        }
    }

    /** One that the inbox made brings its own transaction, which would wait for ours. */
    private static boolean isOfInbox(WebhookHandler handler) {
        String maker = handler.getClass().getPackageName();
        return maker.equals(WebhookInbox.class.getPackageName()) || maker.startsWith("com.paycrypt.sdk.internal");
    }

    /** Spring wraps the checked exceptions of listeners. */
    private void publish(WebhookEvent event) throws Exception {
        try {
            listeners.publish(event);
        } catch (UndeclaredThrowableException wrapped) {
            throw wrapped.getUndeclaredThrowable() instanceof Exception checked ? checked : wrapped;
        }
    }
}
