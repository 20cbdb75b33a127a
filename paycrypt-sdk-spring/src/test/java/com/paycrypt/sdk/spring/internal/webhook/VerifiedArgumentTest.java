package com.paycrypt.sdk.spring.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.webhook.Payment;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;

/** Only a verified delivery fills a parameter that means verified, whoever configures the web stack. */
class VerifiedArgumentTest {
    private static final String FORGED = "?type=payment.succeeded&fields.type=payment.succeeded&envelope.type=x"
            + "&body=e30%3D&credentials=1&state=PAID&orderId=ORD-123";

    static Stream<Arguments> controllers() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(TakesEvent.class, TakesPayment.class)
                        .flatMap(controller -> Stream.of(Stack.class, support(stack))
                                .map(configuration -> Arguments.of(stack, controller, configuration))));
    }

    private static Class<?> support(Stack stack) {
        return stack == Stack.MVC ? MvcSupport.class : FluxSupport.class;
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void aSignedDeliveryFillsIt(Stack stack, Class<?> controller, Class<?> configuration) {
        stack.application(Seen.class, controller, configuration(configuration)).run(context -> {
            SignedWebhook delivery = Stack.delivery("payment.succeeded");
            assertThat(stack.send(
                            context,
                            Stack.PATH + FORGED.replace("ORD-123", "forged"),
                            delivery.headers(),
                            delivery.body()))
                    .isEqualTo(200);
            assertThat(context.getBean(Seen.class).orders).containsExactly("ORD-123");
        });
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void nothingElseDoes(Stack stack, Class<?> controller, Class<?> configuration) {
        stack.application(Seen.class, controller, configuration(configuration)).run(context -> {
            assertThat(forge(stack, context)).isEqualTo(401);
            assertThat(context.getBean(Seen.class).orders).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void notEvenWhereTheSdkIsNotConfigured(Stack stack, Class<?> controller, Class<?> configuration) {
        stack.unconfigured(Seen.class, controller, configuration(configuration)).run(context -> {
            assertThat(forge(stack, context)).isBetween(400, 599);
            assertThat(context.getBean(Seen.class).orders).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentOnAnotherPathIsFoundAtTheStart(Stack stack) {
        stack.application(TakesPaymentElsewhere.class)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .isInstanceOf(PayCryptConfigurationException.class)
                        .hasMessageContaining("takes a Payment, but is mapped to [/payments]"));
    }

    private static Class<?> configuration(Class<?> configuration) {
        return configuration == Stack.class ? Seen.class : configuration;
    }

    private static int forge(Stack stack, org.springframework.context.ApplicationContext context) throws Exception {
        return stack.send(
                context,
                Stack.PATH + FORGED,
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                FORGED.substring(1).getBytes(StandardCharsets.US_ASCII));
    }

    /** The orders that reached the shop. */
    static class Seen {
        final List<String> orders = new CopyOnWriteArrayList<>();
    }

    @RestController
    static class TakesEvent {
        private final Seen seen;

        TakesEvent(Seen seen) {
            this.seen = seen;
        }

        @PostMapping(Stack.PATH)
        void take(WebhookEvent event) {
            seen.orders.add(event.payment().orderId().orElse("none"));
        }
    }

    @RestController
    static class TakesPayment {
        private final Seen seen;

        TakesPayment(Seen seen) {
            this.seen = seen;
        }

        @PostMapping(Stack.PATH)
        void take(Payment payment) {
            seen.orders.add(payment.orderId().orElse("none"));
        }
    }

    @RestController
    static class TakesPaymentElsewhere {
        @PostMapping("/payments")
        void take(Payment payment) {}
    }

    @Configuration(proxyBeanMethods = false)
    static class MvcSupport extends WebMvcConfigurationSupport {}

    @Configuration(proxyBeanMethods = false)
    static class FluxSupport extends WebFluxConfigurationSupport {}
}
