package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnShortForm;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.MerchantBeans;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertyRules;
import com.paycrypt.sdk.spring.internal.observation.WebhookListeners;
import com.paycrypt.sdk.spring.internal.webhook.ApplicationTransactions;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.AroundInbox;
import com.paycrypt.sdk.spring.internal.webhook.InboxRunner;
import com.paycrypt.sdk.spring.internal.webhook.MerchantGuards;
import com.paycrypt.sdk.spring.internal.webhook.ObservedDeliveries;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** The durable inbox in the application's database, and its redelivery. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "jdbc")
@Import(PayCryptInboxAutoConfiguration.Inboxes.class)
public class PayCryptInboxAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptInboxAutoConfiguration() {}

    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean(ReplayGuard.class)
    WebhookInbox payCryptWebhookInbox(ObjectProvider<DataSource> dataSources) {
        return WebhookInbox.jdbc(database(dataSources));
    }

    @Bean
    MerchantGuards payCryptMerchantInboxes(ObjectProvider<DataSource> dataSources) {
        return merchant -> WebhookInbox.jdbc(database(dataSources), merchant);
    }

    private static DataSource database(ObjectProvider<DataSource> dataSources) {
        DataSource database = dataSources.getIfUnique();
        if (database == null) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.replay=jdbc, but there is no DataSource, or more than one.",
                    "Configure spring.datasource.*, mark one DataSource as @Primary, or define a WebhookInbox bean.");
        }
        return database;
    }

    @Bean
    @Lazy(false)
    InboxRunner payCryptInboxRunner(
            WebhookEndpoints endpoints,
            ObjectProvider<ObservedDeliveries> observed,
            ObjectProvider<WebhookListener> listeners,
            ObjectProvider<TaskScheduler> schedulers,
            PayCryptProperties properties,
            Environment environment) {
        PropertyRules.requireUsable(properties.webhook().inbox());
        return new InboxRunner(
                endpoints,
                observed.stream().findFirst().map(ObservedDeliveries::processed).orElseGet(AroundHandler::nothing),
                new WebhookListeners(listeners.orderedStream().toList()),
                schedulers.getIfUnique(),
                properties.webhook().inbox(),
                Binder.get(environment)
                        .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
                        .orElse(SHUTDOWN));
    }

    /** Spring's transactions need not be on the class path. Without a stereotype, so that no component scan finds it alone. */
    @ConditionalOnClass({PlatformTransactionManager.class, DataSourceUtils.class})
    @ConditionalOnProperty(name = "paycrypt.webhook.inbox.application-transaction", matchIfMissing = true)
    static class ApplicationTransaction {
        @Bean
        AroundInbox payCryptInboxTransaction(
                ObjectProvider<DataSource> dataSources, ObjectProvider<PlatformTransactionManager> transactions) {
            return inbox ->
                    ApplicationTransactions.around(inbox, dataSources.getIfUnique(), transactions.getIfUnique());
        }
    }

    /** An inbox for each named merchant. */
    static final class Inboxes extends MerchantBeans {
        Inboxes(Environment environment) {
            super(environment, WebhookInbox.class, "payCryptMerchantWebhooks", "inbox");
        }
    }
}
