package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes what each merchant calls PayCrypt with. */
public final class MerchantClients {
    private final PayCryptProperties properties;
    private final Consumer<PayCryptClient.Builder> customizers;

    /**
     * A factory for all merchants.
     *
     * @param properties their properties
     * @param shortForm the details of the merchant that has no name, if there is one
     * @param customizers sets what is the same for all clients
     */
    public MerchantClients(
            PayCryptProperties properties,
            @Nullable PayCryptConnectionDetails shortForm,
            Consumer<PayCryptClient.Builder> customizers) {
        this.properties = properties;
        this.customizers = customizers;
        Merchants.of(properties, shortForm);
    }

    /** Makes the client of a named merchant. */
    public PayCryptClient client(String name) {
        MerchantSettings merchant = MerchantSettings.named(properties, name);
        return ClientSettings.client(
                merchant, PropertyRules.baseUrl(merchant), PropertyRules.credentials(merchant), customizers);
    }

    /** Makes the client of the merchant that has no name. */
    public PayCryptClient client(PayCryptConnectionDetails details, Credentials credentials) {
        return ClientSettings.client(
                MerchantSettings.shortForm(properties), details.baseUrl(), credentials, customizers);
    }

    /** Makes what the sessions of a named merchant have in common. */
    public PaymentSessionDefaults defaults(String name) {
        return UrlDefaults.of(MerchantSettings.named(properties, name));
    }
}
