package com.paycrypt.sdk.spring.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookHandler;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Code that would run elsewhere, later or not at all is found at the start, with the cure. */
class ExecutionRulesTest {
    static Stream<Arguments> rejected() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(
                        Arguments.of(stack, AsyncMethod.class, "AsyncMethod.on", "Remove @Async"),
                        Arguments.of(stack, AsyncClass.class, "AsyncClass.on", "return a CompletableFuture"),
                        Arguments.of(stack, OwnAnnotation.class, "OwnAnnotation.on", "replay=jdbc"),
                        Arguments.of(stack, AsyncBean.class, "The bean asyncBean.Listener", "Remove @Async"),
                        Arguments.of(stack, AsyncHandler.class, "AsyncHandler.handle", "Remove @Async"),
                        Arguments.of(stack, AsyncController.class, "AsyncController.take", "Remove @Async"),
                        Arguments.of(stack, Transactional.class, "Transactional.on", "fallbackExecution = true"),
                        Arguments.of(stack, NoDefault.class, "NoDefault.on", "Make it an @EventListener"),
                        Arguments.of(stack, OwnMulticaster.class, "Tenants", "WebhookHandler bean instead")));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isFoundAtTheStart(Stack stack, Class<?> code, String found, String cure) {
        stack.application(code)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .asInstanceOf(InstanceOfAssertFactories.type(PayCryptConfigurationException.class))
                        .satisfies(failure -> {
                            assertThat(failure).hasMessageContaining(found);
                            assertThat(failure.action()).contains(cure);
                        }));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(NotEnabled.class, AsyncElsewhere.class, AuditsEverything.class, Tuned.class)
                        .map(code -> Arguments.of(stack, code)));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatDoesNotMatterIsLeftAlone(Stack stack, Class<?> code) {
        stack.application(code).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(stack.deliver(context, Stack.delivery("any"))).isEqualTo(200);
        });
    }

    @EnableAsync
    static class AsyncMethod {
        @Async
        @EventListener
        public void on(WebhookEvent event) {}
    }

    @Async
    @EnableAsync
    static class AsyncClass {
        @EventListener
        public void on(WebhookEvent event) {}
    }

    /** An annotation for asynchronous methods of the shop's own. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Later {}

    @EnableAsync(annotation = Later.class)
    static class OwnAnnotation {
        @Later
        @EventListener
        public void on(WebhookEvent event) {}
    }

    @EnableAsync
    static class AsyncBean {
        @Bean("asyncBean.Listener")
        Listener listener() {
            return new Listener();
        }

        static class Listener implements ApplicationListener<PayloadApplicationEvent<WebhookEvent>> {
            @Async
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<WebhookEvent> event) {}
        }
    }

    @EnableAsync
    static class AsyncHandler implements WebhookHandler {
        @Async
        @Override
        public void handle(WebhookEvent event) {}
    }

    @RestController
    @EnableAsync
    static class AsyncController {
        @Async
        @PostMapping("/api/paycrypt/webhook")
        public void take(WebhookEvent event) {}
    }

    static class Transactional {
        @TransactionalEventListener
        public void on(WebhookEvent event) {}
    }

    static class NoDefault {
        @EventListener(defaultExecution = false)
        public void on(WebhookEvent event) {}
    }

    static class OwnMulticaster extends NotEnabled {
        @Bean
        ApplicationEventMulticaster applicationEventMulticaster() {
            return new Tenants();
        }
    }

    static class Tenants extends SimpleApplicationEventMulticaster {
        @Override
        public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
            super.multicastEvent(event, type);
        }
    }

    /** Without {@code @EnableAsync} the annotation does nothing. */
    static class NotEnabled {
        @Async
        @EventListener
        public void on(WebhookEvent event) {}
    }

    @EnableAsync
    static class AsyncElsewhere {
        @Async
        public void mail() {}

        @EventListener
        public void on(WebhookEvent event) {}
    }

    @EnableAsync
    static class AuditsEverything {
        @Async
        @EventListener
        public void audit(Object event) {}

        @EventListener
        public void on(WebhookEvent event) {}
    }

    static class Tuned extends NotEnabled {
        @Bean
        ApplicationEventMulticaster applicationEventMulticaster() {
            return new SimpleApplicationEventMulticaster() {
                @Override
                protected @Nullable Executor getTaskExecutor() {
                    return null;
                }
            };
        }
    }
}
