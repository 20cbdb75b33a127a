package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.mvc.MvcEventParameter;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The {@code WebhookEvent} parameter on Spring MVC. It needs no property: without this resolver, Spring would try to
 * fill such a parameter from whatever a request holds.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, Filter.class})
public class PayCryptWebMvcArgumentAutoConfiguration {
    @Bean
    static MvcEventParameter payCryptEventParameter() {
        return new MvcEventParameter();
    }
}
