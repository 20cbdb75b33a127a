package com.paycrypt.sdk.spring;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An application's web stack, without a server: what is configured and what is answered. */
public enum Stack {
    /** Spring MVC. */
    MVC {
        @Override
        AbstractApplicationContextRunner<?, ?, ?> bare() {
            return new WebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(BootLine.autoConfigurations(
                            "HttpMessageConvertersAutoConfiguration",
                            "DispatcherServletAutoConfiguration",
                            "WebMvcAutoConfiguration")));
        }

        @Override
        public int send(ApplicationContext context, String target, Map<String, List<String>> headers, byte[] body)
                throws Exception {
            MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                    .addFilters(filters(context))
                    .build();
            MockHttpServletRequestBuilder request =
                    MockMvcRequestBuilders.post(URI.create(target)).content(body);
            headers.forEach((name, values) -> request.header(name, values.toArray()));
            return status(mvc, mvc.perform(request).andReturn());
        }

        private Filter[] filters(ApplicationContext context) {
            String name = "payCryptWebhookFilterRegistration";
            return context.containsBean(name)
                    ? new Filter[] {
                        context.getBean(name, FilterRegistrationBean.class).getFilter()
                    }
                    : new Filter[0];
        }

        private int status(MockMvc mvc, MvcResult result) throws Exception {
            MockHttpServletResponse response = result.getRequest().isAsyncStarted()
                    ? mvc.perform(MockMvcRequestBuilders.asyncDispatch(result))
                            .andReturn()
                            .getResponse()
                    : result.getResponse();
            return response.getStatus();
        }
    },

    /** WebFlux. */
    WEBFLUX {
        @Override
        AbstractApplicationContextRunner<?, ?, ?> bare() {
            return new ReactiveWebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(BootLine.autoConfigurations(
                            "CodecsAutoConfiguration",
                            "HttpHandlerAutoConfiguration",
                            "ErrorWebFluxAutoConfiguration",
                            "WebFluxAutoConfiguration")));
        }

        @Override
        public int send(ApplicationContext context, String target, Map<String, List<String>> headers, byte[] body) {
            WebTestClient.RequestBodySpec request = WebTestClient.bindToApplicationContext(context)
                    .build()
                    .post()
                    .uri(URI.create(target));
            headers.forEach((name, values) -> request.header(name, values.toArray(String[]::new)));
            return request.bodyValue(body)
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value();
        }
    };

    /** What the application accepts. */
    public static final Credentials CREDENTIALS = Credentials.of("pk_test_1", "sk_test_1");

    /** Where it accepts it. */
    public static final String PATH = "/api/paycrypt/webhook";

    abstract AbstractApplicationContextRunner<?, ?, ?> bare();

    /** Sends a request, and gives the status of the response. */
    public abstract int send(ApplicationContext context, String target, Map<String, List<String>> headers, byte[] body)
            throws Exception;

    /** Sends a delivery to the webhook path. */
    public int deliver(ApplicationContext context, SignedWebhook delivery) throws Exception {
        return send(context, PATH, delivery.headers(), delivery.body());
    }

    /** An application with nothing but this stack and the SDK. */
    public AbstractApplicationContextRunner<?, ?, ?> application(Class<?>... code) {
        return unconfigured(code)
                .withPropertyValues(
                        "paycrypt.base-url=https://pay.example",
                        "paycrypt.key=" + CREDENTIALS.key(),
                        "paycrypt.secret=sk_test_1");
    }

    /** The same with none of the properties of the SDK. */
    public AbstractApplicationContextRunner<?, ?, ?> unconfigured(Class<?>... code) {
        return bare().withConfiguration(AutoConfigurations.of(BootLine.autoConfigurations("JacksonAutoConfiguration")))
                .withConfiguration(AutoConfigurations.of(BootLine.sdk()))
                .withUserConfiguration(code);
    }

    /** A genuine delivery of an event of a type, never the same twice. */
    public static SignedWebhook delivery(String type) {
        return WebhookSigner.of(CREDENTIALS)
                .sign(("{\"type\":\"" + type + "\",\"id\":\"evt_" + System.nanoTime()
                                + "\",\"data\":{\"object\":{\"order_id\":\"ORD-123\"}}}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
