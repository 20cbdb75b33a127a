package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/** Checks the application's code before the server opens its port; the same on both web stacks. */
public final class StartCheck implements SmartInitializingSingleton {
    private final Environment environment;
    private final WebhookRoutes routes;
    private final WebhookPath path;
    private final EventDispatcher dispatcher;

    /**
     * A check of all controllers and listeners.
     *
     * @param environment the properties
     * @param routes what the web stack routes
     * @param path the webhook path
     * @param dispatcher calls what is no controller
     */
    public StartCheck(Environment environment, WebhookRoutes routes, WebhookPath path, EventDispatcher dispatcher) {
        this.environment = environment;
        this.routes = routes;
        this.path = path;
        this.dispatcher = dispatcher;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ControllerRoute> controllers = routes.controllers();
        ControllerRules rules = new ControllerRules(path, routes, dispatcher.execution());
        controllers.forEach(rules::check);
        if (controllers.stream().noneMatch(rules::takesDeliveries)) {
            dispatcher.requireClear();
            requireHandler();
        }
        StartHints.log(environment, path);
    }

    private void requireHandler() {
        if (!dispatcher.present() && !routes.hasFunctions()) {
            throw new PayCryptConfigurationException(
                    "Nothing takes PayCrypt's webhooks: no controller is mapped to POST " + path
                            + ", no bean is a WebhookHandler, and no @EventListener listens for WebhookEvent.",
                    "Map a controller method with a WebhookEvent parameter to " + path
                            + ", or add an @EventListener method with a WebhookEvent parameter, or correct"
                            + " paycrypt.webhook.path. An application that receives no webhooks says"
                            + " paycrypt.webhook.enabled=false.");
        }
    }
}
