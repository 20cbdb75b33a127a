package com.paycrypt.sdk.spring.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several merchants in one application: nothing of one is taken for another's. */
class MerchantsTest {
    private static final String[] TWO = {
        "paycrypt.base-url=https://pay.example",
        "paycrypt.merchants.shop-a.key=pk_a",
        "paycrypt.merchants.shop-a.secret=sk_a",
        "paycrypt.merchants.shop-a.webhook.path=/a/webhook",
        "paycrypt.merchants.shop-b.base-url=https://other.example",
        "paycrypt.merchants.shop-b.key=pk_b",
        "paycrypt.merchants.shop-b.secret=sk_b",
        "paycrypt.merchants.shop-b.webhook.path=/b/webhook"
    };

    @ParameterizedTest
    @EnumSource
    void eachHasAPathOfItsOwn(Stack stack) {
        stack.unconfigured(Listener.class).withPropertyValues(TWO).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(deliver(stack, context, "/a/webhook", "a")).isEqualTo(200);
            assertThat(deliver(stack, context, "/b/webhook", "b")).isEqualTo(200);
            assertThat(deliver(stack, context, "/a/webhook", "b")).isEqualTo(401);
            assertThat(deliver(stack, context, "/b/webhook", "a")).isEqualTo(401);
            assertThat(deliver(stack, context, Stack.PATH, "a")).isEqualTo(404);
            assertThat(context.getBean(Listener.class).keys).containsExactly("pk_a", "pk_b");
        });
    }

    @ParameterizedTest
    @EnumSource
    void controllersAreOfTheMerchantOfTheirPath(Stack stack) {
        stack.unconfigured(Controllers.class).withPropertyValues(TWO).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(deliver(stack, context, "/a/webhook", "a")).isEqualTo(200);
            assertThat(deliver(stack, context, "/b/webhook", "b")).isEqualTo(200);
            assertThat(deliver(stack, context, "/b/webhook", "a")).isEqualTo(401);
            assertThat(context.getBean(Controllers.class).taken).containsExactly("a pk_a", "b pk_b");
        });
    }

    @Test
    void theBeansOfEachAreInjectedByItsName() {
        Stack.MVC
                .unconfigured(Injected.class, Listener.class)
                .withPropertyValues(TWO)
                .run(context -> {
                    Injected injected = context.getBean(Injected.class);
                    assertThat(injected.all).doesNotHaveDuplicates().hasSize(6);
                    assertThat(context.getBeansOfType(PayCryptClient.class)).hasSize(2);
                });
    }

    @Test
    void aMerchantAloneIsInjectedWithoutAName() {
        Stack.MVC
                .unconfigured(InjectedAlone.class, Listener.class)
                .withPropertyValues(Stream.of(TWO).limit(4).toArray(String[]::new))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @EnumSource
    void theShortFormStaysTheOneThatIsMeantWithoutAName(Stack stack) {
        stack.application(InjectedAlone.class, Listener.class)
                .withPropertyValues(TWO)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeansOfType(PayCryptClient.class)).hasSize(3);
                    assertThat(stack.deliver(context, Stack.delivery("payment.succeeded")))
                            .isEqualTo(200);
                    assertThat(deliver(stack, context, "/b/webhook", "b")).isEqualTo(200);
                    assertThat(context.getBean(Listener.class).keys).containsExactly("pk_test_1", "pk_b");
                });
    }

    @Test
    void inboxesAreApart() {
        Stack.MVC
                .unconfigured(Database.class, Failing.class)
                .withPropertyValues(TWO)
                .withPropertyValues("paycrypt.webhook.replay=jdbc", "paycrypt.webhook.inbox.create-table=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(deliver(Stack.MVC, context, "/a/webhook", "a")).isEqualTo(200);
                    assertThat(inbox(context, "shop-a").pending()).hasSize(1);
                    assertThat(inbox(context, "shop-b").pending()).isEmpty();
                    assertThat(WebhookInbox.jdbc(context.getBean(DataSource.class))
                                    .pending())
                            .isEmpty();
                });
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("paycrypt.merchants.shop-b.webhook.path=/A/webhook", "have the same webhook path"),
                Arguments.of("paycrypt.merchants.shop-b.webhook.path=/{b}", "shop-b.webhook.path cannot be used"),
                Arguments.of("paycrypt.merchants.shop-b.key=pk_a", "have the same key"),
                Arguments.of("paycrypt.merchants.shop-b.secret=", "paycrypt.merchants.shop-b.secret is blank"),
                Arguments.of("paycrypt.merchants.shopa.key=pk_c", "The merchants shop-a and shopa have the same name"),
                Arguments.of("paycrypt.merchants.c.key=pk_c", "paycrypt.merchants.c.secret is not set"),
                Arguments.of("paycrypt.merchants.c.key=pk_c", "paycrypt.merchants.c.webhook.path is not set"),
                Arguments.of("paycrypt.merchants[a b].key=pk_c", "a name has 1 to 64 letters"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsNamedAtTheStart(String property, String message) {
        Stack.MVC
                .unconfigured(Listener.class)
                .withPropertyValues(TWO)
                .withPropertyValues(property)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOf(PayCryptConfigurationException.class)
                        .hasMessageContaining(message));
    }

    @Test
    void theMerchantOfTheShortFormHasANameAsWell() {
        Stack.MVC
                .application(Listener.class)
                .withPropertyValues(
                        "paycrypt.merchants.default.key=pk_b",
                        "paycrypt.merchants.default.secret=sk_b",
                        "paycrypt.merchants.default.webhook.path=/b/webhook")
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .hasMessageContaining("The merchants default and default have the same name"));
    }

    private static int deliver(Stack stack, ApplicationContext context, String path, String merchant) throws Exception {
        SignedWebhook delivery = WebhookSigner.of(Credentials.of("pk_" + merchant, "sk_" + merchant))
                .sign(("{\"type\":\"payment.succeeded\",\"id\":\"" + System.nanoTime() + "\",\"data\":{}}")
                        .getBytes(StandardCharsets.UTF_8));
        return stack.send(context, path, delivery.headers(), delivery.body());
    }

    private static WebhookInbox inbox(ApplicationContext context, String merchant) {
        return context.getBean("payCrypt." + merchant + ".inbox", WebhookInbox.class);
    }

    static class Listener {
        final BlockingQueue<String> keys = new LinkedBlockingQueue<>();

        @EventListener
        void on(WebhookEvent event) {
            keys.add(event.key());
        }
    }

    static class Failing {
        @EventListener
        void on(WebhookEvent event) {
            throw new IllegalStateException("the shop's database is down");
        }
    }

    @RestController
    static class Controllers {
        final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

        @PostMapping("/a/webhook")
        void a(WebhookEvent event) {
            taken.add("a " + event.key());
        }

        @PostMapping("/b/webhook")
        void b(WebhookEvent event) {
            taken.add("b " + event.key());
        }
    }

    static class Injected {
        final List<Object> all;

        Injected(
                @Qualifier("shop-a") PayCryptClient clientA,
                @Qualifier("shop-b") PayCryptClient clientB,
                @Qualifier("shop-a") WebhookReceiver receiverA,
                @Qualifier("shop-b") WebhookReceiver receiverB,
                @Qualifier("shop-a") PaymentSessionDefaults defaultsA,
                @Qualifier("shop-b") PaymentSessionDefaults defaultsB) {
            this.all = List.of(clientA, clientB, receiverA, receiverB, defaultsA, defaultsB);
        }
    }

    static class InjectedAlone {
        InjectedAlone(PayCryptClient client, WebhookReceiver receiver, PaymentSessionDefaults defaults) {}
    }

    static class Database {
        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }
    }
}
