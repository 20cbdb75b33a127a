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

    boolean hasHandler() {
        return handler != null;
    }

    void handle(WebhookEvent event) throws Exception {
        if (handler != null) {
            handler.handle(event);
        } else if (listens(context)) {
            context.publishEvent(event);
        } else {
            throw new IllegalStateException("nobody listens for " + WebhookEvent.class.getName());
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
