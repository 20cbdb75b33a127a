package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.webhook.MerchantGuards;
import com.paycrypt.sdk.webhook.ReplayGuard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The replay guard in this process's memory: what holds unless something else is asked for. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "memory", matchIfMissing = true)
public class PayCryptReplayGuardAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptReplayGuardAutoConfiguration() {}

    private static final Logger LOG = System.getLogger(PayCryptReplayGuardAutoConfiguration.class.getName());

    @Bean
    @ConditionalOnMissingBean(ReplayGuard.class)
    MerchantGuards payCryptMerchantGuards() {
        return merchant -> ReplayGuard.inMemory();
    }

    @Bean
    @ConditionalOnMissingBean(ReplayGuard.class)
    ReplayGuard payCryptReplayGuard(ListableBeanFactory beans) {
        if (beans.getBeanNamesForType(DataSource.class, true, false).length > 0) {
            LOG.log(
                    Level.WARNING,
                    "PayCrypt webhooks are remembered by this process alone, and one that your code fails on is lost,"
                            + " since PayCrypt delivers once. There is a DataSource: paycrypt.webhook.replay=jdbc stores"
                            + " deliveries and hands them to your code again");
        }
        return ReplayGuard.inMemory();
    }
}
