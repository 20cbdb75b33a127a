package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.observation.InboxEndpoint;
import com.paycrypt.sdk.spring.internal.observation.InboxMeters;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** What an operator sees of the inbox: gauges, and the actuator's endpoint {@code paycryptinbox}. */
@AutoConfiguration(after = PayCryptWebhookAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnProperty(name = "paycrypt.webhook.replay", havingValue = "jdbc")
public class PayCryptInboxOperationsAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptInboxOperationsAutoConfiguration() {}

    /** Micrometer need not be on the class path. */
    @ConditionalOnClass(MeterBinder.class)
    static class Meters {
        @Bean
        InboxMeters payCryptInboxMeters(WebhookEndpoints endpoints) {
            return new InboxMeters(endpoints.inboxes());
        }
    }

    /** The actuator need not be on the class path. */
    @ConditionalOnClass(Endpoint.class)
    static class Operations {
        @Bean
        InboxEndpoint payCryptInboxEndpoint(WebhookEndpoints endpoints) {
            return new InboxEndpoint(endpoints.inboxes());
        }
    }
}
