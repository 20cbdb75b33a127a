package com.paycrypt.sdk.spring.internal.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One merchant of an application, with the properties that hold for it.
 *
 * @param name the name, of its inbox as well
 * @param prefix what its own properties begin with
 * @param properties its own properties, and those that all merchants share
 */
public record MerchantSettings(String name, String prefix, PayCryptProperties properties) {
    /** The name of the one merchant of the short form. */
    public static final String SHORT_FORM = "default";

    /**
     * The merchant of {@code paycrypt.key} and {@code paycrypt.secret}.
     *
     * @param properties the properties
     * @return the merchant
     */
    public static MerchantSettings shortForm(PayCryptProperties properties) {
        return new MerchantSettings(SHORT_FORM, "paycrypt.", properties);
    }

    /**
     * A merchant of {@code paycrypt.merchants}.
     *
     * @param all the properties
     * @param name its name there
     * @return the merchant
     */
    public static MerchantSettings named(PayCryptProperties all, String name) {
        PayCryptProperties.Merchant merchant = all.merchants().get(name);
        if (merchant == null) {
            throw new PayCryptConfigurationException(
                    "There is no merchant " + name + " in paycrypt.merchants.",
                    "Which merchants there are is settled when the application is processed ahead of time.");
        }
        return new MerchantSettings(name, "paycrypt.merchants." + name + ".", of(all, merchant));
    }

    private static PayCryptProperties of(PayCryptProperties all, PayCryptProperties.Merchant merchant) {
        return new PayCryptProperties(
                first(merchant.baseUrl(), all.baseUrl()),
                merchant.key(),
                merchant.secret(),
                all.allowPlainHttp(),
                all.ssl(),
                all.timeouts(),
                all.retry(),
                of(all.defaults(), merchant.defaults()),
                of(all.webhook(), merchant.webhook()),
                all.health(),
                Map.of());
    }

    private static PayCryptProperties.Defaults of(PayCryptProperties.Defaults all, PayCryptProperties.Defaults own) {
        return new PayCryptProperties.Defaults(
                first(own.successUrl(), all.successUrl()),
                first(own.cancelUrl(), all.cancelUrl()),
                first(own.webhookUrl(), all.webhookUrl()));
    }

    private static PayCryptProperties.Webhook of(
            PayCryptProperties.Webhook all, PayCryptProperties.MerchantWebhook own) {
        String path = own.path() == null ? "" : own.path();
        return new PayCryptProperties.Webhook(
                all.enabled(),
                path,
                all.maxBodySize(),
                all.replay(),
                all.inbox(),
                all.redis(),
                List.copyOf(own.alsoAccept()));
    }

    private static @Nullable String first(@Nullable String own, @Nullable String shared) {
        return own == null ? shared : own;
    }
}
