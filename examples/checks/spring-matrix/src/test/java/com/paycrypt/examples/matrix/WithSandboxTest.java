package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.spring.WithSandbox;
import com.paycrypt.sdk.PayCryptClient;
import com.paycrypt.sdk.session.PaymentSessionRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** A merchant's test classes as Spring's test framework runs them, and what becomes of their sandboxes. */
@Tag("alone")
@Tag("no-web")
class WithSandboxTest {
    @SpringBootTest(
            classes = Applications.WithListener.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"paycrypt.base-url=https://pay.example", "server.address=127.0.0.1"})
    @WithSandbox
    static class ShopTests {}

    /** Inherits the annotations, and shares the context. */
    static class MoreShopTests extends ShopTests {}

    @SpringBootTest(
            classes = Applications.WithListener.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"another=context", "server.address=127.0.0.1"})
    @WithSandbox
    static class OtherShopTests {}

    @SpringBootTest(classes = Applications.WithoutUs.class, properties = "paycrypt.webhook.enabled=false")
    @WithSandbox
    static class TestsWithoutPort {}

    @SpringBootTest(classes = Applications.WithoutUs.class)
    static class TestsWithoutSandbox {}

    @SpringBootTest(classes = Broken.class)
    @WithSandbox
    static class TestsThatDoNotStart {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class Broken {
        @Bean
        String failure(Sandbox sandbox) {
            throw new IllegalStateException(Integer.toString(sandbox.port()));
        }
    }

    @Test
    void aSessionIsPaidAndItsWebhookReachesTheRandomPortWhateverHostTheShopIsKnownBy() {
        Cell.assumeWeb();
        ApplicationContext shop = contextOf(ShopTests.class);
        Sandbox sandbox = shop.getBean(Sandbox.class);

        assertThat(payIn(shop).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(shop.getBean(Applications.Listener.class).taken)
                .anySatisfy(event -> assertThat(event.payment().orderId()).hasValue("ORD-123"));
        assertThat(shop.getEnvironment().getProperty("paycrypt.base-url")).isEqualTo(sandbox.baseUrl());
    }

    @Test
    void testClassesThatShareAContextShareTheSandboxAndOthersHaveTheirOwn() {
        Cell.assumeWeb();
        assertThat(sandboxOf(MoreShopTests.class)).isSameAs(sandboxOf(ShopTests.class));
        assertThat(sandboxOf(OtherShopTests.class).port())
                .isNotEqualTo(sandboxOf(ShopTests.class).port());
    }

    @Test
    void testsMayRunInParallel() throws Exception {
        Cell.assumeWeb();
        List<Callable<Delivery>> payments = IntStream.range(0, 16)
                .<Callable<Delivery>>mapToObj(
                        n -> () -> payIn(contextOf(n % 2 == 0 ? ShopTests.class : OtherShopTests.class)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Set<Delivery.Status> statuses = threads.invokeAll(payments).stream()
                    .map(WithSandboxTest::statusOf)
                    .collect(Collectors.toSet());

            assertThat(statuses).containsExactly(Delivery.Status.DELIVERED);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theSandboxStopsWithItsContext() {
        TestContext test = testContext(TestsWithoutPort.class);
        int port = test.getApplicationContext().getBean(Sandbox.class).port();
        assertThat(isListening(port)).isTrue();

        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);

        assertThat(isListening(port)).isFalse();
    }

    @Test
    void aContextThatDoesNotStartLeavesNoSandboxBehind() {
        assertThatThrownBy(() -> contextOf(TestsThatDoNotStart.class))
                .rootCause()
                .satisfies(failure -> assertThat(isListening(Integer.parseInt(failure.getMessage())))
                        .isFalse());
    }

    @Test
    void withoutAPortThePaymentSaysWhatIsMissing() {
        ApplicationContext shop = contextOf(TestsWithoutPort.class);

        assertThatThrownBy(() -> payIn(shop))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("https://shop.example/api/paycrypt/webhook cannot be delivered")
                .hasMessageContaining("listens on no port")
                .hasMessageContaining("webEnvironment = RANDOM_PORT");
    }

    @Test
    void testsThatDoNotAskForItHaveNone() {
        assertThat(contextOf(TestsWithoutSandbox.class).getBeansOfType(Sandbox.class))
                .isEmpty();
    }

    private static Delivery payIn(ApplicationContext shop) {
        Sandbox sandbox = shop.getBean(Sandbox.class);
        String session = shop.getBean(PayCryptClient.class)
                .paymentSessions()
                .create(order())
                .id();
        sandbox.customer(session).pays();
        return sandbox.webhooks().await(session);
    }

    private static PaymentSessionRequest order() {
        return PaymentSessionRequest.builder()
                .orderId("ORD-123")
                .amount("49.00", "USD")
                .successUrl("https://shop.example/success")
                .cancelUrl("https://shop.example/cancel")
                .webhookUrl("https://shop.example/api/paycrypt/webhook")
                .build();
    }

    private static Delivery.Status statusOf(Future<Delivery> delivery) {
        try {
            return delivery.get().status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sandbox sandboxOf(Class<?> tests) {
        return contextOf(tests).getBean(Sandbox.class);
    }

    private static ApplicationContext contextOf(Class<?> tests) {
        return testContext(tests).getApplicationContext();
    }

    private static TestContext testContext(Class<?> tests) {
        return new TestContextManager(tests).getTestContext();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
