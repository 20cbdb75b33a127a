package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What both web stacks receive webhooks with. */
@AutoConfiguration(after = {PayCryptAutoConfiguration.class, PayCryptReplayAutoConfiguration.class})
@ConditionalOnWebhooks
class PayCryptWebhookAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    WebhookReceiver payCryptWebhookReceiver(
            PayCryptProperties properties,
            Credentials credentials,
            ReplayGuard guard,
            ObjectProvider<WebhookListener> listener,
            ObjectProvider<WebhookReceiverCustomizer> customizers) {
        WebhookReceiver.Builder builder = WebhookReceiver.builder(credentials)
                .replayGuard(guard)
                .maxBodySize(PropertyRules.maxBodySize(properties));
        PropertyRules.alsoAccepted(properties).forEach(builder::alsoAccept);
        listener.ifUnique(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    WebhookPath payCryptWebhookPath(PayCryptProperties properties) {
        return WebhookPath.of(properties.webhook().path());
    }

    @Bean
    EventTaker payCryptEventTaker(ObjectProvider<WebhookHandler> handler, ConfigurableApplicationContext context) {
        return new EventTaker(handler.getIfUnique(), context);
    }
}
