package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Webhooks on Spring MVC. */
@AutoConfiguration(after = PayCryptWebhookAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, Filter.class})
class PayCryptMvcAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    PayCryptWebhookFilter payCryptWebhookFilter(WebhookReceiver receiver) {
        return new PayCryptWebhookFilter(receiver);
    }

    /** The filter above must not be registered by itself, for every path. */
    @Bean
    FilterRegistrationBean<PayCryptWebhookFilter> payCryptWebhookFilterAlone(PayCryptWebhookFilter filter) {
        FilterRegistrationBean<PayCryptWebhookFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<MvcWebhookFilter> payCryptWebhookFilterRegistration(
            PayCryptWebhookFilter filter, WebhookPath path, ObjectProvider<MvcAdmission> admission) {
        MvcAdmission admitting = admission.getIfAvailable(() -> (request, response) -> {});
        FilterRegistrationBean<MvcWebhookFilter> registration =
                new FilterRegistrationBean<>(new MvcWebhookFilter(filter, path, admitting));
        registration.setName("payCryptWebhookFilter");
        registration.setOrder(WebhookOrder.FILTER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }

    /** Every handler mapping of the application asks beans of this type. */
    @Bean
    MappedInterceptor payCryptWebhookGate(WebhookPath path) {
        return new MappedInterceptor(null, new MvcGate(path));
    }

    @Bean
    MvcListenerMapping payCryptListenerMapping(WebhookPath path, EventTaker taker) {
        return new MvcListenerMapping(path, taker);
    }

    @Bean
    @Lazy(false)
    MvcStartCheck payCryptStartCheck(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RouterFunction<?>> functions,
            WebhookPath path,
            EventTaker taker) {
        return new MvcStartCheck(mappings, functions, new StartRules(path, taker));
    }
}
