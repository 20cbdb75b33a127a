package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.internal.config.MerchantSettings;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertyRules;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Makes what each merchant receives webhooks with. */
public final class MerchantWebhooks {
    private static final Logger LOG = System.getLogger(MerchantWebhooks.class.getName());

    private final PayCryptProperties properties;
    private final MerchantGuards guards;
    private final Consumer<WebhookReceiver.Builder> customizers;
    private final Map<String, ReplayGuard> made = new ConcurrentHashMap<>();

    /**
     * A factory for all merchants.
     *
     * @param properties their properties
     * @param guards makes the guards of those that have a name
     * @param customizers sets what is the same for all receivers
     */
    public MerchantWebhooks(
            PayCryptProperties properties, MerchantGuards guards, Consumer<WebhookReceiver.Builder> customizers) {
        this.properties = properties;
        this.guards = guards;
        this.customizers = customizers;
    }

    /** Makes the receiver of a named merchant. */
    public WebhookReceiver receiver(String name) {
        MerchantSettings merchant = MerchantSettings.named(properties, name);
        return receiver(merchant, PropertyRules.credentials(merchant), guard(name));
    }

    /** Makes the inbox of a named merchant, in the table of all. */
    public WebhookInbox inbox(String name) {
        return (WebhookInbox) guard(name);
    }

    private ReplayGuard guard(String name) {
        return made.computeIfAbsent(name, guards::of);
    }

    /**
     * Makes a receiver.
     *
     * @param merchant the merchant
     * @param credentials its credentials
     * @param guard its guard
     * @return the receiver
     */
    public WebhookReceiver receiver(MerchantSettings merchant, Credentials credentials, ReplayGuard guard) {
        LOG.log(
                Level.INFO,
                "PayCrypt webhooks are verified on POST {0} and remembered by {1}",
                merchant.properties().webhook().path(),
                guard.getClass().getSimpleName());
        WebhookVerifier.Builder verifier = WebhookVerifier.builder(credentials);
        PropertyRules.alsoAccepted(merchant).forEach(verifier::alsoAccept);
        WebhookReceiver.Builder builder = WebhookReceiver.builder(verifier.build())
                .replayGuard(guard)
                .maxBodySize(PropertyRules.maxBodySize(merchant.properties()));
        customizers.accept(builder);
        return builder.build();
    }
}
