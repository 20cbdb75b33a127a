package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds a multicaster that decides itself who is called: webhooks are given to the listeners directly, so it would not
 * see them. An executor or an error handler of Spring's own multicaster does not matter.
 */
final class MulticasterRules {
    private static final Set<String> DECIDES = Set.of("multicastEvent", "getApplicationListeners", "supportsEvent");

    private MulticasterRules() {}

    static void check(ConfigurableApplicationContext context) {
        String name = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;
        Class<?> type = ClassUtils.getUserClass(context.getBean(name, ApplicationEventMulticaster.class));
        if (decides(type)) {
            throw new PayCryptConfigurationException(
                    "PayCrypt's webhooks are handled by an @EventListener, and the application has an event multicaster"
                            + " of its own, " + type.getName() + ", which decides what listeners are called. PayCrypt"
                            + " calls the listeners itself, to know whether a delivery was handled, so the"
                            + " multicaster would not see it.",
                    "Define a WebhookHandler bean instead of the listener; it may call the listener's code.");
        }
    }

    private static boolean decides(Class<?> type) {
        if (type.getName().startsWith("org.springframework.")) {
            return false;
        }
        return type == Object.class
                || Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(DECIDES::contains)
                || decides(type.getSuperclass());
    }
}
