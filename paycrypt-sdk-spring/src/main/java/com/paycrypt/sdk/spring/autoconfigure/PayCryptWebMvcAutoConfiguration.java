package com.paycrypt.sdk.spring.autoconfigure;

import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnShortForm;
import com.paycrypt.sdk.spring.internal.config.ConditionalOnWebhooks;
import com.paycrypt.sdk.spring.internal.config.MerchantSettings;
import com.paycrypt.sdk.spring.internal.mvc.MvcAdmission;
import com.paycrypt.sdk.spring.internal.mvc.MvcFailures;
import com.paycrypt.sdk.spring.internal.mvc.MvcGate;
import com.paycrypt.sdk.spring.internal.mvc.MvcListenerMapping;
import com.paycrypt.sdk.spring.internal.mvc.MvcRoutes;
import com.paycrypt.sdk.spring.internal.mvc.MvcWebhookFilter;
import com.paycrypt.sdk.spring.internal.webhook.StartCheck;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoint;
import com.paycrypt.sdk.spring.internal.webhook.WebhookEndpoints;
import com.paycrypt.sdk.spring.internal.webhook.WebhookOrder;
import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Webhooks on Spring MVC. */
@AutoConfiguration(after = PayCryptWebhookAutoConfiguration.class)
@ConditionalOnWebhooks
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, Filter.class})
public class PayCryptWebMvcAutoConfiguration {
    /** Creates the configuration. */
    public PayCryptWebMvcAutoConfiguration() {}

    @Bean
    @ConditionalOnShortForm
    @ConditionalOnMissingBean
    PayCryptWebhookFilter payCryptWebhookFilter(WebhookReceiver receiver) {
        return new PayCryptWebhookFilter(receiver);
    }

    /** The filter above must not be registered by itself, for every path. */
    @Bean
    @ConditionalOnShortForm
    FilterRegistrationBean<PayCryptWebhookFilter> payCryptWebhookFilterAlone(PayCryptWebhookFilter filter) {
        FilterRegistrationBean<PayCryptWebhookFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<MvcWebhookFilter> payCryptWebhookFilterRegistration(
            ObjectProvider<PayCryptWebhookFilter> filter,
            WebhookEndpoints endpoints,
            ObjectProvider<MvcAdmission> admission) {
        MvcAdmission admitting = admission.getIfAvailable(() -> (request, response) -> {});
        FilterRegistrationBean<MvcWebhookFilter> registration =
                new FilterRegistrationBean<>(new MvcWebhookFilter(filters(endpoints, filter), admitting));
        registration.setName("payCryptWebhookFilter");
        registration.setOrder(WebhookOrder.FILTER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }

    /** The filter of the short form may be the application's own. */
    private static Map<WebhookPath, PayCryptWebhookFilter> filters(
            WebhookEndpoints endpoints, ObjectProvider<PayCryptWebhookFilter> filter) {
        Map<WebhookPath, PayCryptWebhookFilter> filters = new LinkedHashMap<>();
        for (WebhookEndpoint endpoint : endpoints.all()) {
            filters.put(
                    endpoint.path(),
                    endpoint.merchant().equals(MerchantSettings.SHORT_FORM)
                            ? filter.getObject()
                            : new PayCryptWebhookFilter(endpoint.receiver()));
        }
        return filters;
    }

    /** Every handler mapping of the application asks beans of this type. */
    @Bean
    MappedInterceptor payCryptWebhookGate(WebhookEndpoints endpoints) {
        return new MappedInterceptor(null, new MvcGate(endpoints));
    }

    @Bean
    MvcListenerMapping payCryptListenerMapping(WebhookEndpoints endpoints) {
        return new MvcListenerMapping(endpoints);
    }

    @Bean
    @Lazy(false)
    StartCheck payCryptStartCheck(Environment environment, ListableBeanFactory beans, WebhookEndpoints endpoints) {
        return new StartCheck(environment, new MvcRoutes(beans), endpoints);
    }

    @Bean
    MvcFailures payCryptFailures() {
        return new MvcFailures();
    }
}
