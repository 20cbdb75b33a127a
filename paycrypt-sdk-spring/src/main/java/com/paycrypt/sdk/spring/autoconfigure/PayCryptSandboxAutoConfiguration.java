package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Points the application at a sandbox that is a bean of it: among its tests, or while it is developed. */
@AutoConfiguration(before = PayCryptAutoConfiguration.class)
@ConditionalOnClass(Sandbox.class)
@ConditionalOnSingleCandidate(Sandbox.class)
public class PayCryptSandboxAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptSandboxAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    PayCryptConnectionDetails payCryptSandboxConnectionDetails(Sandbox sandbox) {
        return PayCryptConnectionDetails.of(sandbox.baseUrl(), Credentials.of(sandbox.key(), sandbox.secret()));
    }
}
