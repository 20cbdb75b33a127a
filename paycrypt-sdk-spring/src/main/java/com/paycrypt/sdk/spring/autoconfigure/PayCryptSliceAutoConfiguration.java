package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.webhook.ReplayGuard;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** In a slice of an application, such as {@code @WebMvcTest}, deliveries are remembered in memory: there is no store. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class, before = PayCryptReplayGuardAutoConfiguration.class)
@ConditionalOnWebhooks
public class PayCryptSliceAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptSliceAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ReplayGuard payCryptReplayGuard() {
        return ReplayGuard.inMemory();
    }
}
