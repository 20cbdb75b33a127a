package com.paycrypt.sdk.spring.internal.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** The response to a request that reached the webhook's code without verification, by a forward of the application. */
public final class UnverifiedDelivery {
    public static final int STATUS = 401;

    private static final Logger LOG = System.getLogger(UnverifiedDelivery.class.getName());
    private static final byte[] BODY = "{\"error\":\"unauthorized\"}".getBytes(StandardCharsets.US_ASCII);

    private final WebhookEndpoints endpoints;
    private final AtomicBoolean logged = new AtomicBoolean();

    public UnverifiedDelivery(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Logged once: any sender can make such requests. */
    public byte[] reject() {
        if (logged.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "A request was rejected that came to {0} from another path, where deliveries are not verified: by a"
                            + " forward, or a filter that rewrites paths. If PayCrypt delivers there, set"
                            + " paycrypt.webhook.path to the path that it requests",
                    endpoints);
        }
        return BODY.clone();
    }
}
