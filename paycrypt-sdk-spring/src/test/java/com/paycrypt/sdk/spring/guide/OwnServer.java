package com.paycrypt.sdk.spring.guide;

// region details
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class OwnServer {
    @Bean
    PayCryptConnectionDetails payCrypt() {
        return PayCryptConnectionDetails.of("http://127.0.0.1:8090", Credentials.of("pk_test_1", "sk_test_1"));
    }
}
// endregion
