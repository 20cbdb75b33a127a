package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.SecretSanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What PayCrypt adds to Boot's actuator. It keeps secrets even where only some of the properties are set. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class PayCryptActuatorAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptActuatorAutoConfiguration() {}

    @Bean
    SanitizingFunction payCryptSecretSanitizer() {
        return new SecretSanitizer();
    }
}
