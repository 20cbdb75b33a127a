package com.paycrypt.sdk.spring.internal.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Warns where the application plainly expects webhooks, and none of the properties is set that bring them. */
public final class UnconfiguredCheck implements SmartInitializingSingleton {
    private static final Logger LOG = System.getLogger(UnconfiguredCheck.class.getName());

    private final WebhookRoutes routes;
    private final EventDispatcher dispatcher;

    /**
     * A check of an application.
     *
     * @param routes what the web stack routes
     * @param dispatcher knows the handlers and listeners
     */
    public UnconfiguredCheck(WebhookRoutes routes, EventDispatcher dispatcher) {
        this.routes = routes;
        this.dispatcher = dispatcher;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream.concat(controllers(), dispatcher.present() ? Stream.of("A listener or handler") : Stream.empty())
                .findFirst()
                .ifPresent(code -> LOG.log(
                        Level.WARNING,
                        "{0} is meant for PayCrypt''s webhooks, and none will come: PayCrypt is not configured. Set"
                                + " paycrypt.base-url, paycrypt.key and paycrypt.secret (or PAYCRYPT_BASE_URL,"
                                + " PAYCRYPT_KEY and PAYCRYPT_SECRET)",
                        code));
    }

    private Stream<String> controllers() {
        return routes.controllers().stream()
                .filter(each -> Stream.of(each.method().getMethodParameters()).anyMatch(VerifiedArgument::isWithin))
                .map(ControllerRoute::name);
    }
}
