package com.paycrypt.sdk.spring;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.test.SignedExchanges;
import com.paycrypt.sdk.spring.test.SignedRequests;
import com.paycrypt.sdk.webhook.WebhookEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** Deliveries that a merchant's tests sign, on both stacks. */
class SignedDeliveriesTest {
    private static final String JSON =
            "{\"type\":\"payment.succeeded\",\"data\":{\"object\":{\"order_id\":\"ORD-123\"}}}";

    @Test
    void mockMvcPassesThroughTheVerification() throws Exception {
        try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET)) {
            Credentials credentials = context.getBean(Credentials.class);
            MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                    .addFilters(context.getBean("payCryptWebhookFilterRegistration", FilterRegistrationBean.class)
                            .getFilter())
                    .build();

            // region mock-mvc
            mvc.perform(post("/api/paycrypt/webhook").content(JSON).with(SignedRequests.by(credentials)))
                    .andExpect(status().isOk())
                    .andExpect(content().string("ORD-123"));

            mvc.perform(post("/api/paycrypt/webhook").content(JSON)).andExpect(status().isUnauthorized());
            // endregion
        }
    }

    @Test
    void webTestClientPassesThroughTheVerification() {
        try (ConfigurableApplicationContext context = start(WebApplicationType.REACTIVE)) {
            Credentials credentials = context.getBean(Credentials.class);
            WebTestClient client =
                    WebTestClient.bindToApplicationContext(context).build();

            // region web-test-client
            SignedExchanges.by(credentials)
                    .deliver(client, "/api/paycrypt/webhook", JSON)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .isEqualTo("ORD-123");
            // endregion
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack) {
        return new SpringApplicationBuilder(Application.class)
                .web(stack)
                .run(
                        "--server.port=0",
                        "--paycrypt.base-url=https://pay.example",
                        "--paycrypt.key=pk_test_1",
                        "--paycrypt.secret=sk_test_1");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Application {}

    @RestController
    static class Controller {
        // region controller
        @PostMapping("/api/paycrypt/webhook")
        String paid(WebhookEvent event) {
            return event.payment().orderId().orElseThrow();
        }
        // endregion
    }
}
