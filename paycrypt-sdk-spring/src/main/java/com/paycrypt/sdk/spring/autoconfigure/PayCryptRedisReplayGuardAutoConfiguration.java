package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.webhook.MerchantGuards;
import com.paycrypt.sdk.spring.internal.webhook.RedisProbe;
import com.paycrypt.sdk.spring.internal.webhook.RedisReplayGuard;
import com.paycrypt.sdk.webhook.ReplayGuard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The replay guard in Redis. */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "redis")
public class PayCryptRedisReplayGuardAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptRedisReplayGuardAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(ReplayGuard.class)
    RedisReplayGuard payCryptReplayGuard(
            ObjectProvider<RedisConnectionFactory> connections, PayCryptProperties properties) {
        return guard(connections, properties, "");
    }

    @Bean
    @ConditionalOnBean(RedisReplayGuard.class)
    MerchantGuards payCryptMerchantGuards(
            ObjectProvider<RedisConnectionFactory> connections, PayCryptProperties properties) {
        return merchant -> guard(connections, properties, merchant + ":");
    }

    private static RedisReplayGuard guard(
            ObjectProvider<RedisConnectionFactory> connections, PayCryptProperties properties, String merchant) {
        RedisConnectionFactory redis = connections.getIfUnique();
        if (redis == null) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.replay=redis, but there is no RedisConnectionFactory, or more than one.",
                    "Configure spring.data.redis.*, or mark one factory as @Primary.");
        }
        return new RedisReplayGuard(
                new StringRedisTemplate(redis), properties.webhook().redis().keyPrefix() + merchant);
    }

    @Bean
    @Lazy(false)
    @ConditionalOnBean(RedisReplayGuard.class)
    RedisProbe payCryptRedisProbe(RedisReplayGuard guard) {
        return new RedisProbe(guard);
    }
}
