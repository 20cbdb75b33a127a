package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.spring.PayCryptClientCustomizer;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import com.paycrypt.sdk.spring.internal.config.BundledTls;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnShortForm;
import com.paycrypt.sdk.spring.internal.config.MerchantBeans;
import com.paycrypt.sdk.spring.internal.config.MerchantClients;
import com.paycrypt.sdk.spring.internal.config.MerchantSettings;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertiesConnectionDetails;
import com.paycrypt.sdk.spring.internal.config.UrlDefaults;
import com.paycrypt.sdk.spring.internal.observation.CallListeners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The credentials, the client, and what its sessions have in common: once, or for each of several merchants. */
@AutoConfiguration
@ConditionalOnPayCrypt
@EnableConfigurationProperties(PayCryptProperties.class)
@Import({PayCryptAutoConfiguration.Clients.class, PayCryptAutoConfiguration.SessionDefaults.class})
public class PayCryptAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptAutoConfiguration() {}

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    PayCryptConnectionDetails payCryptConnectionDetails(PayCryptProperties properties) {
        return new PropertiesConnectionDetails(MerchantSettings.shortForm(properties));
    }

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    Credentials payCryptCredentials(PayCryptConnectionDetails details) {
        return details.credentials();
    }

    @Bean
    BundledTls payCryptBundledTls(PayCryptProperties properties, ObjectProvider<SslBundles> bundles) {
        return BundledTls.of(properties.ssl().bundle(), bundles.getIfAvailable());
    }

    @Bean
    MerchantClients payCryptMerchantClients(
            PayCryptProperties properties,
            ObjectProvider<PayCryptConnectionDetails> details,
            BundledTls tls,
            ObjectProvider<CallListener> listeners,
            ObjectProvider<PayCryptClientCustomizer> customizers) {
        return new MerchantClients(properties, details.getIfUnique(), builder -> {
            tls.applyTo(builder);
            CallListeners.of(listeners.orderedStream().toList()).ifPresent(builder::listener);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        });
    }

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    PayCryptClient payCryptClient(PayCryptConnectionDetails details, Credentials credentials, MerchantClients clients) {
        return clients.client(details, credentials);
    }

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    PaymentSessionDefaults payCryptSessionDefaults(PayCryptProperties properties) {
        return UrlDefaults.of(MerchantSettings.shortForm(properties));
    }

    /** A client for each named merchant. */
    static final class Clients extends MerchantBeans {
        Clients(Environment environment) {
            super(environment, PayCryptClient.class, "payCryptMerchantClients", "client");
        }
    }

    /** Defaults for each named merchant. */
    static final class SessionDefaults extends MerchantBeans {
        SessionDefaults(Environment environment) {
            super(environment, PaymentSessionDefaults.class, "payCryptMerchantClients", "defaults");
        }
    }
}
