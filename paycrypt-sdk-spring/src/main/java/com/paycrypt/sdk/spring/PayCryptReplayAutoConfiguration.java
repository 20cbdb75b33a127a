package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.webhook.ReplayGuard;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The replay guard in this process's memory: what holds unless something else is asked for. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
class PayCryptReplayAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(ReplayGuard.class)
    @ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "memory", matchIfMissing = true)
    ReplayGuard payCryptReplayGuard() {
        return ReplayGuard.inMemory();
    }
}
