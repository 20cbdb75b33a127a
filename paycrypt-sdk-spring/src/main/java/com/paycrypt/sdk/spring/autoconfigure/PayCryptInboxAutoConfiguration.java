package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.config.PropertyRules;
import com.paycrypt.sdk.spring.internal.observation.WebhookListeners;
import com.paycrypt.sdk.spring.internal.webhook.ApplicationTransactions;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.InboxRunner;
import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;

/** The durable inbox in the application's database, and its redelivery. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "jdbc")
public class PayCryptInboxAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(ReplayGuard.class)
    WebhookInbox payCryptWebhookInbox(ObjectProvider<DataSource> dataSources) {
        DataSource database = dataSources.getIfUnique();
        if (database == null) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.replay=jdbc, but there is no DataSource, or more than one.",
                    "Configure spring.datasource.*, mark one DataSource as @Primary, or define a WebhookInbox bean.");
        }
        return WebhookInbox.jdbc(database);
    }

    @Bean
    @Lazy(false)
    InboxRunner payCryptInboxRunner(
            ObjectProvider<WebhookInbox> inbox,
            EventDispatcher dispatcher,
            ObjectProvider<WebhookListener> listeners,
            PayCryptProperties properties) {
        PropertyRules.requireTimes(properties.webhook().inbox());
        return new InboxRunner(
                inbox.getIfUnique(),
                dispatcher,
                new WebhookListeners(listeners.orderedStream().toList()),
                properties.webhook().inbox());
    }

    /** Spring's transactions need not be on the class path. Without a stereotype, so that no component scan finds it alone. */
    @ConditionalOnClass({PlatformTransactionManager.class, DataSourceUtils.class})
    @ConditionalOnProperty(name = "paycrypt.webhook.inbox.application-transaction", matchIfMissing = true)
    static class ApplicationTransaction {
        @Bean
        AroundHandler payCryptInboxTransaction(
                WebhookInbox inbox,
                ObjectProvider<DataSource> dataSources,
                ObjectProvider<PlatformTransactionManager> transactions) {
            return ApplicationTransactions.around(inbox, dataSources.getIfUnique(), transactions.getIfUnique());
        }
    }
}
