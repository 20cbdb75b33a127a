package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/** Checks the application's code before the server opens its port; the same on both web stacks. */
public final class StartCheck implements SmartInitializingSingleton {
    private final Environment environment;
    private final WebhookRoutes routes;
    private final WebhookEndpoints endpoints;

    /**
     * A check of all controllers and listeners.
     *
     * @param environment the properties
     * @param routes what the web stack routes
     * @param endpoints where deliveries come in
     */
    public StartCheck(Environment environment, WebhookRoutes routes, WebhookEndpoints endpoints) {
        this.environment = environment;
        this.routes = routes;
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ControllerRoute> controllers = routes.controllers();
        endpoints.all().forEach(endpoint -> check(endpoint, controllers));
        if (routes.hasFunctions() || endpoints.all().stream().anyMatch(each -> isTaken(each, controllers))) {
            StartHints.versions(environment, endpoints);
        }
        StartHints.webhookUrl(environment, endpoints);
    }

    private void check(WebhookEndpoint endpoint, List<ControllerRoute> controllers) {
        EventDispatcher dispatcher = endpoint.dispatcher();
        ControllerRules rules = new ControllerRules(endpoints, routes, dispatcher.execution());
        controllers.forEach(rules::check);
        if (!isTaken(endpoint, controllers)) {
            dispatcher.requireClear();
            requireHandler(endpoint);
        }
    }

    private static boolean isTaken(WebhookEndpoint endpoint, List<ControllerRoute> controllers) {
        return controllers.stream().anyMatch(each -> each.takesDeliveriesOf(endpoint.path()));
    }

    private void requireHandler(WebhookEndpoint endpoint) {
        if (!endpoint.dispatcher().present() && !routes.hasFunctions()) {
            throw new PayCryptConfigurationException(
                    "Nothing takes PayCrypt's webhooks: no controller is mapped to POST " + endpoint.path()
                            + ", no bean is a WebhookHandler, and no @EventListener listens for WebhookEvent.",
                    "Map a controller method with a WebhookEvent parameter to " + endpoint.path()
                            + ", or add an @EventListener method with a WebhookEvent parameter, or correct"
                            + " paycrypt.webhook.path. An application that receives no webhooks says"
                            + " paycrypt.webhook.enabled=false.");
        }
    }
}
