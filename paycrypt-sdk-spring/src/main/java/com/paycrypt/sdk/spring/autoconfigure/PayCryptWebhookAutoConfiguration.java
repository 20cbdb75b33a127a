package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import com.paycrypt.sdk.spring.WebhookReceiverCustomizer;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnShortForm;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.MerchantBeans;
import com.paycrypt.sdk.spring.internal.config.MerchantSettings;
import com.paycrypt.sdk.spring.internal.config.Merchants;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.AroundInbox;
import com.paycrypt.sdk.spring.internal.webhook.AwaitingListenerFactory;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.MerchantGuards;
import com.paycrypt.sdk.spring.internal.webhook.MerchantPart;
import com.paycrypt.sdk.spring.internal.webhook.MerchantWebhooks;
import com.paycrypt.sdk.spring.internal.webhook.ObservedDeliveries;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookHandler;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What both web stacks receive webhooks with. */
@AutoConfiguration(
        after = {
            PayCryptAutoConfiguration.class,
            PayCryptReplayGuardAutoConfiguration.class,
            PayCryptInboxAutoConfiguration.class,
            PayCryptRedisReplayGuardAutoConfiguration.class
        })
@ConditionalOnWebhooks
@Import(PayCryptWebhookAutoConfiguration.Receivers.class)
public class PayCryptWebhookAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebhookAutoConfiguration() {}

    @Bean
    MerchantWebhooks payCryptMerchantWebhooks(
            PayCryptProperties properties,
            ObjectProvider<MerchantGuards> guards,
            ObjectProvider<ReplayGuard> own,
            ObjectProvider<ObservedDeliveries> observed,
            ObjectProvider<WebhookListener> listeners,
            ObjectProvider<WebhookReceiverCustomizer> customizers) {
        MerchantGuards chosen = guards.getIfUnique(() -> merchant -> guard(own.getIfUnique(), properties));
        return new MerchantWebhooks(properties, chosen, builder -> {
            observed.ifAvailable(each -> builder.listener(each.received()));
            listeners.orderedStream().forEach(builder::listener);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        });
    }

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    WebhookReceiver payCryptWebhookReceiver(
            PayCryptProperties properties,
            Credentials credentials,
            ObjectProvider<ReplayGuard> guard,
            MerchantWebhooks webhooks) {
        return webhooks.receiver(
                MerchantSettings.shortForm(properties), credentials, guard(guard.getIfUnique(), properties));
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
    static AwaitingListenerFactory payCryptListenerFactory() {
        return new AwaitingListenerFactory();
    }

    @Bean
    @ConditionalOnShortForm
    EventDispatcher payCryptEventDispatcher(
            ObjectProvider<WebhookHandler> handler,
            ConfigurableApplicationContext context,
            ObjectProvider<WebhookInbox> inbox,
            ObjectProvider<AroundInbox> around) {
        return dispatcher(handler, context, inbox.getIfUnique(), around.getIfAvailable());
    }

    private static EventDispatcher dispatcher(
            ObjectProvider<WebhookHandler> handler,
            ConfigurableApplicationContext context,
            @Nullable WebhookInbox inbox,
            @Nullable AroundInbox around) {
        return new EventDispatcher(
                handler.getIfUnique(),
                context,
                inbox == null || around == null ? AroundHandler.nothing() : around.around(inbox));
    }

    @Bean
    WebhookEndpoints payCryptWebhookEndpoints(
            PayCryptProperties properties,
            ObjectProvider<PayCryptConnectionDetails> details,
            ConfigurableApplicationContext context,
            ObjectProvider<WebhookHandler> handler,
            ObjectProvider<AroundInbox> around) {
        return new WebhookEndpoints(Merchants.of(properties, details.getIfUnique()).stream()
                .map(merchant -> {
                    MerchantPart part = new MerchantPart(context.getBeanFactory(), merchant.name());
                    WebhookInbox inbox = part.find(WebhookInbox.class, "inbox");
                    return new WebhookEndpoint(
                            merchant.name(),
                            WebhookPath.of(
                                    merchant.prefix() + "webhook.path",
                                    merchant.properties().webhook().path()),
                            part.get(WebhookReceiver.class, "receiver"),
                            part.isOfShortForm()
                                    ? context.getBean(EventDispatcher.class)
                                    : dispatcher(handler, context, inbox, around.getIfAvailable()),
                            inbox);
                })
                .toList());
    }

    /** A receiver for each named merchant. */
    static final class Receivers extends MerchantBeans {
        Receivers(Environment environment) {
            super(environment, WebhookReceiver.class, "payCryptMerchantWebhooks", "receiver");
        }
    }
}
