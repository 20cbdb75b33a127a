package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookListener;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The durable inbox in the application's database, and its redelivery. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "jdbc")
class PayCryptJdbcReplayAutoConfiguration {
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
            EventTaker taker,
            ObjectProvider<WebhookListener> listeners,
            PayCryptProperties properties) {
        return new InboxRunner(
                inbox.getIfUnique(),
                taker,
                new WebhookListeners(listeners.orderedStream().toList()),
                properties.webhook().inbox());
    }
}
