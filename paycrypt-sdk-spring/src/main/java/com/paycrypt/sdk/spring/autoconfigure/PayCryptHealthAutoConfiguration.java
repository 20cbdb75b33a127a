package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnPayCrypt;
import com.paycrypt.sdk.spring.internal.config.PayCryptProperties;
import com.paycrypt.sdk.spring.internal.health.ActuatorHealth;
import com.paycrypt.sdk.spring.internal.health.ClockHealth;
import com.paycrypt.sdk.spring.internal.health.ContributedHealth;
import com.paycrypt.sdk.spring.internal.health.InboxHealth;
import com.paycrypt.sdk.spring.internal.observation.ClockOffset;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Health of the inbox and of the clock, each if it is asked for. */
@AutoConfiguration(after = {PayCryptWebhookAutoConfiguration.class, PayCryptMetricsAutoConfiguration.class})
@ConditionalOnPayCrypt
public class PayCryptHealthAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptHealthAutoConfiguration() {}

    private static final String INBOX = "paycrypt.health.inbox.enabled";
    private static final String CLOCK = "paycrypt.health.clock.enabled";

    @Bean
    @ConditionalOnProperty(name = CLOCK, havingValue = "true")
    @ConditionalOnMissingBean
    ClockOffset payCryptClockOffset() {
        return new ClockOffset();
    }

    private static InboxHealth inbox(ObjectProvider<WebhookEndpoints> endpoints, PayCryptProperties properties) {
        WebhookEndpoints all = endpoints.getIfAvailable();
        return new InboxHealth(
                all == null ? Map.of() : all.inboxes(), properties.health().inbox());
    }

    private static ClockHealth clock(ClockOffset offset, PayCryptProperties properties) {
        return new ClockHealth(offset::current, properties.health().clock());
    }

    /** On Boot 3. */
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Actuator {
        @Bean
        @ConditionalOnProperty(name = INBOX, havingValue = "true")
        ActuatorHealth payCryptInboxHealthIndicator(
                ObjectProvider<WebhookEndpoints> endpoints, PayCryptProperties properties) {
            return new ActuatorHealth(inbox(endpoints, properties));
        }

        @Bean
        @ConditionalOnProperty(name = CLOCK, havingValue = "true")
        ActuatorHealth payCryptClockHealthIndicator(ClockOffset offset, PayCryptProperties properties) {
            return new ActuatorHealth(clock(offset, properties));
        }
    }

    /** On Boot 4. */
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Contributor {
        @Bean
        @ConditionalOnProperty(name = INBOX, havingValue = "true")
        ContributedHealth payCryptInboxHealthIndicator(
                ObjectProvider<WebhookEndpoints> endpoints, PayCryptProperties properties) {
            return new ContributedHealth(inbox(endpoints, properties));
        }

        @Bean
        @ConditionalOnProperty(name = CLOCK, havingValue = "true")
        ContributedHealth payCryptClockHealthIndicator(ClockOffset offset, PayCryptProperties properties) {
            return new ContributedHealth(clock(offset, properties));
        }
    }
}
