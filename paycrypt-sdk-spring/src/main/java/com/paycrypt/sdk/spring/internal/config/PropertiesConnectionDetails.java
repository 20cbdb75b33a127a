package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;

/**
 * What the properties say. What is missing or wrong is reported by the method that needs it: a bean of the application's own
 * may stand in for it.
 *
 * @param merchant the merchant that they name
 */
public record PropertiesConnectionDetails(MerchantSettings merchant) implements PayCryptConnectionDetails {
    @Override
    public String baseUrl() {
        return PropertyRules.baseUrl(merchant);
    }

    @Override
    public Credentials credentials() {
        return PropertyRules.credentials(merchant);
    }
}
