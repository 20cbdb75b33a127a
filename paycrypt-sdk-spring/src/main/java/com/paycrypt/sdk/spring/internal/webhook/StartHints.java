package com.paycrypt.sdk.spring.internal.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Settings that may be meant and probably are not; each is named once at the start. */
final class StartHints {
    private static final Logger LOG = System.getLogger(StartHints.class.getName());

    private StartHints() {}

    /** Spring answers 400 to any request without a version that it routes itself; the SDK's own route asks for none. */
    static void versions(Environment environment, WebhookEndpoints endpoints) {
        Binder binder = Binder.get(environment);
        for (String stack : List.of("spring.mvc", "spring.webflux")) {
            if (binder.bind(stack + ".apiversion.required", Boolean.class).orElse(false)) {
                LOG.log(
                        Level.WARNING,
                        "{0}.apiversion.required is true, and PayCrypt sends no API version: deliveries to {1} will be"
                                + " answered 400 unless a resolver finds a version in their path. Set"
                                + " {0}.apiversion.default in its place",
                        stack,
                        endpoints);
            }
        }
    }

    static void webhookUrl(Environment environment, WebhookEndpoints endpoints) {
        String url = environment.getProperty("paycrypt.defaults.webhook-url");
        if (url != null && endpoints.find(path -> leadsTo(url, path)).isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "Sessions are created with paycrypt.defaults.webhook-url={0}, and webhooks are received on"
                            + " paycrypt.webhook.path={1}: unless a proxy maps one to the other, PayCrypt delivers"
                            + " elsewhere",
                    url,
                    endpoints);
        }
    }

    /** Behind a context path or a proxy's prefix, the end is what counts. */
    private static boolean leadsTo(String url, WebhookPath path) {
        String requested = URI.create(url).getPath();
        return requested != null && requested.endsWith(path.toString());
    }
}
