package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.mvc.MvcAdmission;
import com.paycrypt.sdk.spring.internal.webhook.VerifiedSender;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Lets verified deliveries through Spring Security on the servlet stack. It speaks to the filters by the attributes
 * that they look for and publishes no filter chain: Boot's own would back off and open the application.
 */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, CsrfFilter.class})
public class PayCryptWebMvcSecurityAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebMvcSecurityAutoConfiguration() {}

    @Bean
    MvcAdmission payCryptMvcAdmission() {
        RequestAttributeSecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
        return (request, response) -> {
            CsrfFilter.skipRequest(request);
            repository.saveContext(VerifiedSender.context(), request, response);
        };
    }
}
