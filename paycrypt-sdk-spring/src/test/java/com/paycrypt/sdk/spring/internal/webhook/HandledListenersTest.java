package com.paycrypt.sdk.spring.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Outcomes;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.event.TransactionalEventListener;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A listener has handled a delivery when what it returned has ended, whatever kind of listener it is. */
class HandledListenersTest {
    static Stream<Arguments> listeners() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(
                                Plain.class,
                                Checked.class,
                                OfMono.class,
                                OfFlux.class,
                                OfFlow.class,
                                OfFuture.class,
                                OfStage.class,
                                OfCompletableFuture.class,
                                AsyncFuture.class,
                                TransactionalWithFallback.class,
                                PayloadEvent.class,
                                ByClasses.class,
                                LambdaBean.class,
                                LazyBean.class,
                                SwallowingMulticaster.class)
                        .map(listener -> Arguments.of(stack, listener)));
    }

    @ParameterizedTest
    @MethodSource("listeners")
    void whatFailsIsNotAcknowledged(Stack stack, Class<?> listener) {
        stack.application(Outcomes.class, listener).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("fails"))).isEqualTo(500);
            assertThat(context.getBean(Outcomes.class).all)
                    .singleElement()
                    .asString()
                    .contains("out of stock");
        });
    }

    @ParameterizedTest
    @MethodSource("listeners")
    void whatSucceedsIs(Stack stack, Class<?> listener) {
        stack.application(Outcomes.class, listener).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("succeeds"))).isEqualTo(200);
            assertThat(context.getBean(Outcomes.class).all).containsExactly("handled");
        });
    }

    /** What a listener returns is published, as Spring does, after it was awaited. */
    @ParameterizedTest
    @MethodSource("publishing")
    void whatAListenerReturnsIsPublished(Stack stack, Class<?> listener) {
        stack.application(listener, Shipping.class).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("any"))).isEqualTo(200);
            assertThat(context.getBean(Shipping.class).shipped).containsExactly("ORD-123");
        });
    }

    static Stream<Arguments> publishing() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(ReturnsEvent.class, ReturnsMonoOfEvent.class, ReturnsFutureOfEvent.class)
                        .map(listener -> Arguments.of(stack, listener)));
    }

    private static String work(WebhookEvent event) {
        if (event.type().equals("fails")) {
            throw new IllegalStateException("out of stock");
        }
        return event.type();
    }

    static class Plain {
        @EventListener
        void on(WebhookEvent event) {
            work(event);
        }
    }

    static class Checked {
        @EventListener
        void on(WebhookEvent event) throws IOException {
            if (event.type().equals("fails")) {
                throw new IOException("out of stock");
            }
        }
    }

    static class OfMono {
        @EventListener
        Mono<Void> on(WebhookEvent event) {
            return Mono.fromRunnable(() -> work(event)).then();
        }
    }

    static class OfFlux {
        @EventListener
        Flux<String> on(WebhookEvent event) {
            return Flux.just("a", "b").concatWith(Mono.fromSupplier(() -> work(event)));
        }
    }

    static class OfFlow {
        @EventListener
        Flow.Publisher<String> on(WebhookEvent event) {
            return JdkFlowAdapter.publisherToFlowPublisher(Mono.fromSupplier(() -> work(event)));
        }
    }

    static class OfFuture {
        @EventListener
        Future<String> on(WebhookEvent event) {
            Callable<String> call = () -> work(event);
            FutureTask<String> task = new FutureTask<>(call);
            new Thread(task).start();
            return task;
        }
    }

    static class OfStage {
        @EventListener
        CompletionStage<String> on(WebhookEvent event) {
            return CompletableFuture.supplyAsync(() -> work(event)).minimalCompletionStage();
        }
    }

    static class OfCompletableFuture {
        @EventListener
        CompletableFuture<Void> on(WebhookEvent event) {
            return CompletableFuture.runAsync(() -> work(event));
        }
    }

    @EnableAsync
    static class AsyncFuture {
        @Async
        @EventListener
        public CompletableFuture<Void> on(WebhookEvent event) {
            work(event);
            return CompletableFuture.completedFuture(null);
        }
    }

    static class TransactionalWithFallback {
        @TransactionalEventListener(fallbackExecution = true)
        void on(WebhookEvent event) {
            work(event);
        }
    }

    static class PayloadEvent {
        @EventListener
        void on(PayloadApplicationEvent<WebhookEvent> event) {
            work(event.getPayload());
        }
    }

    static class ByClasses {
        @EventListener(classes = WebhookEvent.class)
        Mono<Void> on(Object event) {
            return Mono.fromRunnable(() -> work((WebhookEvent) event)).then();
        }
    }

    static class LambdaBean {
        @Bean
        ApplicationListener<PayloadApplicationEvent<WebhookEvent>> listener() {
            return event -> work(event.getPayload());
        }
    }

    static class LazyBean {
        @Bean
        @Lazy
        ApplicationListener<PayloadApplicationEvent<WebhookEvent>> listener() {
            return new ApplicationListener<>() {
                @Override
                public void onApplicationEvent(PayloadApplicationEvent<WebhookEvent> event) {
                    work(event.getPayload());
                }
            };
        }
    }

    static class SwallowingMulticaster extends Plain {
        @Bean
        ApplicationEventMulticaster applicationEventMulticaster() {
            SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
            multicaster.setTaskExecutor(Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            multicaster.setErrorHandler(swallowed -> {});
            return multicaster;
        }
    }

    /** What a shop makes of a payment. */
    record Shipped(String order) {}

    static class ReturnsEvent {
        @EventListener
        Shipped on(WebhookEvent event) {
            return new Shipped(event.payment().orderId().orElseThrow());
        }
    }

    static class ReturnsMonoOfEvent {
        @EventListener
        Mono<Shipped> on(WebhookEvent event) {
            return Mono.just(new Shipped(event.payment().orderId().orElseThrow()));
        }
    }

    static class ReturnsFutureOfEvent {
        @EventListener
        CompletableFuture<Shipped> on(WebhookEvent event) {
            return CompletableFuture.supplyAsync(
                    () -> new Shipped(event.payment().orderId().orElseThrow()));
        }
    }

    static class Shipping {
        final java.util.List<String> shipped = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(Shipped event) {
            shipped.add(event.order());
        }
    }
}
