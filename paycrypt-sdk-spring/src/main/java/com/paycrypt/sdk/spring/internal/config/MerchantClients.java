package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.util.function.Consumer;

/** Makes what each merchant calls PayCrypt with. */
public final class MerchantClients {
    private final PayCryptProperties properties;
    private final Consumer<PayCryptClient.Builder> customizers;

    /**
     * A factory for all merchants.
     *
     * @param properties their properties
     * @param customizers sets what is the same for all clients
     */
    public MerchantClients(PayCryptProperties properties, Consumer<PayCryptClient.Builder> customizers) {
        this.properties = properties;
        this.customizers = customizers;
        Merchants.of(properties);
    }

    /** Makes the client of a named merchant. */
    public PayCryptClient client(String name) {
        MerchantSettings merchant = MerchantSettings.named(properties, name);
        return client(merchant, PropertyRules.credentials(merchant));
    }

    /** Makes the client of a merchant. */
    public PayCryptClient client(MerchantSettings merchant, Credentials credentials) {
        return ClientSettings.client(merchant, credentials, customizers);
    }

    /** Makes what the sessions of a named merchant have in common. */
    public PaymentSessionDefaults defaults(String name) {
        return UrlDefaults.of(MerchantSettings.named(properties, name));
    }
}
