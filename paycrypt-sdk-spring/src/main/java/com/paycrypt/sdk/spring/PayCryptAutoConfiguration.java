package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The credentials, the client, and what its sessions have in common. */
@AutoConfiguration
@ConditionalOnPayCrypt
@EnableConfigurationProperties(PayCryptProperties.class)
class PayCryptAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Credentials payCryptCredentials(PayCryptProperties properties) {
        return PropertyRules.credentials(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    PayCryptClient payCryptClient(
            PayCryptProperties properties,
            Credentials credentials,
            ObjectProvider<CallListener> listeners,
            ObjectProvider<PayCryptClientCustomizer> customizers) {
        return ClientSettings.client(properties, credentials, builder -> {
            CallListeners.of(listeners.orderedStream().toList()).ifPresent(builder::listener);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        });
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentSessionDefaults payCryptSessionDefaults(PayCryptProperties properties) {
        return UrlDefaults.of(properties.defaults());
    }
}
