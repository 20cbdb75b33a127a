package com.paycrypt.sdk.spring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.session.PaymentSession;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.autoconfigure.PayCryptAutoConfiguration;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;

/** A bean with the details stands in for the properties. */
class ConnectionDetailsTest {
    @ParameterizedTest
    @EnumSource
    void theyConfigurePayCryptWithoutAProperty(Stack stack) {
        stack.unconfigured(Listens.class, Details.class).run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(PayCryptClient.class)
                    .hasSingleBean(Credentials.class);
            assertThat(stack.deliver(context, Stack.delivery("payment.succeeded")))
                    .isEqualTo(200);
        });
    }

    /** As a test library would bring them. */
    @ParameterizedTest
    @EnumSource
    void theyMayBeAutoConfigured(Stack stack) {
        stack.unconfigured(Listens.class)
                .withConfiguration(AutoConfigurations.of(DetailsAutoConfiguration.class))
                .run(context -> assertThat(stack.deliver(context, Stack.delivery("payment.succeeded")))
                        .isEqualTo(200));
    }

    /** As support for tests may register them, before any class of the application is read. */
    @ParameterizedTest
    @EnumSource
    void theyMayBeASingletonOfAnInitializer(Stack stack) {
        stack.unconfigured(Listens.class)
                .withInitializer(context -> context.getBeanFactory()
                        .registerSingleton(
                                "sandbox", PayCryptConnectionDetails.of("http://127.0.0.1:1", Stack.CREDENTIALS)))
                .run(context -> assertThat(stack.deliver(context, Stack.delivery("payment.succeeded")))
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void theyWinOverTheProperties(Stack stack) {
        stack.unconfigured(Listens.class, Details.class)
                .withPropertyValues(
                        "paycrypt.base-url=no url at all", "paycrypt.key=pk_other", "paycrypt.secret=sk_other")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(stack.deliver(context, Stack.delivery("payment.succeeded")))
                            .isEqualTo(200);
                });
    }

    @Test
    void withoutThemThePropertiesAreTheDetails() {
        Stack.MVC.application(Listens.class).run(context -> {
            PayCryptConnectionDetails details = context.getBean(PayCryptConnectionDetails.class);
            assertThat(details.baseUrl()).isEqualTo("https://pay.example");
            assertThat(details.credentials().key()).isEqualTo(Stack.CREDENTIALS.key());
        });
    }

    @Test
    void theyAreTheMerchantWithoutANameBesideOthers() {
        Stack.MVC
                .unconfigured(Listens.class, Details.class)
                .withPropertyValues(
                        "paycrypt.base-url=https://pay.example",
                        "paycrypt.merchants.shop-b.key=pk_b",
                        "paycrypt.merchants.shop-b.secret=sk_b",
                        "paycrypt.merchants.shop-b.webhook.path=/b/webhook")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeansOfType(WebhookReceiver.class)).hasSize(2);
                    assertThat(context.getBean(Credentials.class).key()).isEqualTo(Stack.CREDENTIALS.key());
                });
    }

    @ParameterizedTest
    @EnumSource
    void aSandboxThatIsABeanIsWhereThePaymentsAre(Stack stack) {
        sandboxed(stack).run(context -> {
            Sandbox sandbox = context.getBean(Sandbox.class);
            PaymentSession session = context.getBean(PayCryptClient.class)
                    .paymentSessions()
                    .create(PaymentSessionRequest.builder()
                            .orderId("A-1")
                            .amount("49.00", "USD")
                            .successUrl("https://merchant.tld/success")
                            .cancelUrl("https://merchant.tld/cancel")
                            .webhookUrl("https://merchant.tld/webhook")
                            .customerEmail("jane@customer.example")
                            .build());
            assertThat(sandbox.session(session.id()).orElseThrow().order().orderId())
                    .isEqualTo("A-1");
        });
    }

    @Test
    void detailsOfTheApplicationWinOverASandbox() {
        sandboxed(Stack.MVC)
                .withUserConfiguration(Details.class)
                .run(context ->
                        assertThat(context.getBean(Credentials.class).key()).isEqualTo(Stack.CREDENTIALS.key()));
    }

    @Test
    void ofTwoSandboxesNoneIsChosen() {
        sandboxed(Stack.MVC)
                .withBean("second", Sandbox.class, Sandbox::start)
                .run(context -> assertThat(
                                context.getBean(PayCryptConnectionDetails.class).baseUrl())
                        .isEqualTo("https://pay.example"));
    }

    @Test
    void aUrlThatCannotBeUsedIsNamed() {
        Stack.MVC
                .unconfigured(Listens.class, Unusable.class)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOf(PayCryptConfigurationException.class)
                        .hasMessageContaining("The PayCrypt client cannot be built"));
    }

    @Test
    void webhooksCanStillBeOff() {
        Stack.MVC
                .unconfigured(Details.class)
                .withPropertyValues("paycrypt.webhook.enabled=false")
                .run(context -> assertThat(context)
                        .hasSingleBean(PayCryptClient.class)
                        .doesNotHaveBean(WebhookReceiver.class)
                        .doesNotHaveBean(WebhookInbox.class));
    }

    private static AbstractApplicationContextRunner<?, ?, ?> sandboxed(Stack stack) {
        return stack.application(Listens.class).withBean("payCrypt", Sandbox.class, Sandbox::start);
    }

    static class Details {
        @Bean
        PayCryptConnectionDetails sandbox() {
            return PayCryptConnectionDetails.of("http://127.0.0.1:1", Stack.CREDENTIALS);
        }
    }

    @AutoConfiguration(before = PayCryptAutoConfiguration.class)
    static class DetailsAutoConfiguration extends Details {}

    static class Unusable {
        @Bean
        PayCryptConnectionDetails sandbox() {
            return PayCryptConnectionDetails.of("pay.example", Stack.CREDENTIALS);
        }
    }

    static class Listens {
        @EventListener
        void on(WebhookEvent event) {}
    }
}
