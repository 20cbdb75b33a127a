package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.WebhookReceiverCustomizer;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertyRules;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.AwaitingListenerFactory;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What both web stacks receive webhooks with. */
@AutoConfiguration(
        after = {
            PayCryptAutoConfiguration.class,
            PayCryptReplayGuardAutoConfiguration.class,
            PayCryptInboxAutoConfiguration.class,
            PayCryptRedisReplayGuardAutoConfiguration.class
        })
@ConditionalOnWebhooks
public class PayCryptWebhookAutoConfiguration {
    private static final Logger LOG = System.getLogger(PayCryptWebhookAutoConfiguration.class.getName());

    @Bean
    @ConditionalOnMissingBean
    WebhookReceiver payCryptWebhookReceiver(
            PayCryptProperties properties,
            Credentials credentials,
            ObjectProvider<ReplayGuard> guard,
            ObjectProvider<WebhookListener> listeners,
            ObjectProvider<WebhookReceiverCustomizer> customizers) {
        ReplayGuard chosen = guard(guard.getIfUnique(), properties);
        LOG.log(
                Level.INFO,
                "PayCrypt webhooks are verified on POST {0} and remembered by {1}",
                properties.webhook().path(),
                chosen.getClass().getSimpleName());
        WebhookVerifier.Builder verifier = WebhookVerifier.builder(credentials);
        PropertyRules.alsoAccepted(properties).forEach(verifier::alsoAccept);
        WebhookReceiver.Builder builder = WebhookReceiver.builder(verifier.build())
                .replayGuard(chosen)
                .maxBodySize(PropertyRules.maxBodySize(properties));
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static ReplayGuard guard(@Nullable ReplayGuard guard, PayCryptProperties properties) {
        if (guard == null) {
            throw new PayCryptConfigurationException(
                    "There is no replay guard for PayCrypt's webhooks, or more than one: paycrypt.webhook.replay is "
                            + properties.webhook().replay() + ".",
                    "With redis, add spring-boot-starter-data-redis. Of several ReplayGuard beans, mark one as @Primary.");
        }
        return guard;
    }

    @Bean
    WebhookPath payCryptWebhookPath(PayCryptProperties properties) {
        return WebhookPath.of(properties.webhook().path());
    }

    @Bean
    static AwaitingListenerFactory payCryptListenerFactory() {
        return new AwaitingListenerFactory();
    }

    @Bean
    EventDispatcher payCryptEventDispatcher(
            ObjectProvider<WebhookHandler> handler,
            ConfigurableApplicationContext context,
            ObjectProvider<AroundHandler> around) {
        return new EventDispatcher(handler.getIfUnique(), context, around.getIfAvailable(AroundHandler::nothing));
    }
}
