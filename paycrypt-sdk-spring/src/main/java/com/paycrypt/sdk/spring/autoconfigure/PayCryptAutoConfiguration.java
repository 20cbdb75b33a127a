package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.spring.PayCryptClientCustomizer;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import com.paycrypt.sdk.spring.internal.config.ClientSettings;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertyRules;
import com.paycrypt.sdk.spring.internal.config.UrlDefaults;
import com.paycrypt.sdk.spring.internal.observation.CallListeners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The credentials, the client, and what its sessions have in common. */
@AutoConfiguration
@ConditionalOnPayCrypt
@EnableConfigurationProperties(PayCryptProperties.class)
public class PayCryptAutoConfiguration {
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
