package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.spring.internal.config.ConditionalOnUnconfigured;
import com.paycrypt.sdk.spring.internal.mvc.MvcEventParameter;
import com.paycrypt.sdk.spring.internal.mvc.MvcRoutes;
import com.paycrypt.sdk.spring.internal.webhook.AroundHandler;
import com.paycrypt.sdk.spring.internal.webhook.EventDispatcher;
import com.paycrypt.sdk.spring.internal.webhook.UnconfiguredCheck;
import com.paycrypt.sdk.webhook.WebhookHandler;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The {@code WebhookEvent} parameter on Spring MVC. It needs no property: without this resolver, Spring would try to
 * fill such a parameter from whatever a request holds.
 */
@AutoConfiguration(after = PayCryptAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, Filter.class})
public class PayCryptWebMvcArgumentAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebMvcArgumentAutoConfiguration() {}

    @Bean
    static MvcEventParameter payCryptEventParameter() {
        return new MvcEventParameter();
    }

    @Bean
    @Lazy(false)
    @ConditionalOnUnconfigured
    UnconfiguredCheck payCryptUnconfiguredCheck(
            ListableBeanFactory beans, ObjectProvider<WebhookHandler> handler, ConfigurableApplicationContext context) {
        return new UnconfiguredCheck(
                new MvcRoutes(beans), new EventDispatcher(handler.getIfUnique(), context, AroundHandler.nothing()));
    }
}
