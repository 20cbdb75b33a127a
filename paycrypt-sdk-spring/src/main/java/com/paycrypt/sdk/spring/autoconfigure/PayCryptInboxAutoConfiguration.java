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
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** The durable inbox in the application's database, and its redelivery. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "jdbc")
public class PayCryptInboxAutoConfiguration {
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

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
    @ConditionalOnBean(WebhookInbox.class)
    InboxRunner payCryptInboxRunner(
            WebhookInbox inbox,
            EventDispatcher dispatcher,
            ObjectProvider<WebhookListener> listeners,
            ObjectProvider<TaskScheduler> schedulers,
            PayCryptProperties properties,
            Environment environment) {
        PropertyRules.requireUsable(properties.webhook().inbox());
        return new InboxRunner(
                inbox,
                dispatcher,
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
        AroundHandler payCryptInboxTransaction(
                ObjectProvider<WebhookInbox> inboxes,
                ObjectProvider<DataSource> dataSources,
                ObjectProvider<PlatformTransactionManager> transactions) {
            WebhookInbox inbox = inboxes.getIfUnique();
            return inbox == null
                    ? AroundHandler.nothing()
                    : ApplicationTransactions.around(inbox, dataSources.getIfUnique(), transactions.getIfUnique());
        }
    }
}
