package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * The application's code that takes events where no controller does: a {@link WebhookHandler} bean if there is one,
 * else the listeners of {@link WebhookEvent}.
 */
final class EventTaker {
    private static final ResolvableType OUR_EVENT = payload(WebhookEvent.class);
    private static final ResolvableType ANY_EVENT = payload(EventTaker.class);

    private final @Nullable WebhookHandler handler;
    private final ConfigurableApplicationContext context;

    EventTaker(@Nullable WebhookHandler handler, ConfigurableApplicationContext context) {
        this.handler = handler;
        this.context = context;
    }

    boolean present() {
        return handler != null || listens(context);
    }

    /** Says so where the application may mean one of several, and the others would never be called. */
    void requireClear() {
        String[] handlers = context.getBeanNamesForType(WebhookHandler.class);
        if (handler == null && handlers.length > 1) {
            throw new PayCryptConfigurationException(
                    "It is not clear who takes PayCrypt's webhooks: more than one bean is a WebhookHandler: "
                            + String.join(", ", handlers) + ".",
                    "Mark the one that is to take them as @Primary; it may call the others.");
        }
        if (handler != null && listens(context)) {
            throw new PayCryptConfigurationException(
                    "It is not clear who takes PayCrypt's webhooks: they could be taken both by a WebhookHandler bean and"
                            + " by an @EventListener for WebhookEvent, which would not be called.",
                    "Keep one of them: the handler, which may call the listener's code, or the listener.");
        }
    }

    void handle(WebhookEvent event) throws Exception {
        if (handler != null) {
            handler.handle(event);
        } else if (listens(context)) {
            context.publishEvent(event);
        } else {
            throw new IllegalStateException(
                    "the delivery came to a spelling of the webhook path that no controller is mapped"
                            + " to, such as one with a slash at its end, and nobody listens for WebhookEvent: give PayCrypt the"
                            + " webhook_url exactly as the controller is mapped");
        }
    }

    private static boolean listens(@Nullable Object context) {
        return context instanceof AbstractApplicationContext known
                && (known.getApplicationListeners().stream().anyMatch(EventTaker::isMeantForUs)
                        || listens(known.getParent()));
    }

    /** A listener of everything logs or counts: it does not take payments. */
    private static boolean isMeantForUs(ApplicationListener<?> listener) {
        GenericApplicationListenerAdapter adapter = new GenericApplicationListenerAdapter(listener);
        return adapter.supportsEventType(OUR_EVENT) && !adapter.supportsEventType(ANY_EVENT);
    }

    private static ResolvableType payload(Class<?> type) {
        return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, type);
    }
}
