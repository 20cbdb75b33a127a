package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import java.util.function.Consumer;

/** Carries the properties over to a client, and what its builder rejects over to the failure analysis. */
public final class ClientSettings {
    private ClientSettings() {}

    public static PayCryptClient client(
            MerchantSettings merchant,
            String baseUrl,
            Credentials credentials,
            Consumer<PayCryptClient.Builder> customizers) {
        PayCryptProperties properties = merchant.properties();
        try {
            PayCryptClient.Builder builder = PayCryptClient.builder(baseUrl, credentials);
            apply(properties, builder);
            customizers.accept(builder);
            return builder.build();
        } catch (IllegalArgumentException wrong) {
            throw new PayCryptConfigurationException(
                    "The PayCrypt client cannot be built: " + wrong.getMessage(),
                    "Correct " + merchant.prefix()
                            + "base-url, paycrypt.allow-plain-http, paycrypt.timeouts.*, paycrypt.retry.* or what"
                            + " a PayCryptConnectionDetails or a PayCryptClientCustomizer sets.");
        }
    }

    private static void apply(PayCryptProperties properties, PayCryptClient.Builder builder) {
        PayCryptProperties.Timeouts timeouts = properties.timeouts();
        builder.connectTimeout(timeouts.connect())
                .attemptTimeout(timeouts.attempt())
                .callTimeout(timeouts.call())
                .retryPolicy(properties.retry().policy().with(properties.retry().retries()));
        if (properties.allowPlainHttp()) {
            builder.allowPlainHttp();
        }
    }
}
