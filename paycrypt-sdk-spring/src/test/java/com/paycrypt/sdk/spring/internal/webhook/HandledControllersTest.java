package com.paycrypt.sdk.spring.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sdk.spring.Outcomes;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.webhook.WebhookEvent;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import reactor.core.publisher.Mono;

/** An exception that the application answered is the failure of the delivery all the same. */
class HandledControllersTest {
    static Stream<Arguments> controllers() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(Throws.class, ThrowsChecked.class, OfMono.class, OfFuture.class)
                        .flatMap(controller -> Stream.of(Friendly.class, Silent.class)
                                .map(advice -> Arguments.of(stack, controller, advice))));
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void anAnsweredExceptionHasFailed(Stack stack, Class<?> controller, Class<?> advice) {
        stack.application(Outcomes.class, controller, advice).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("fails"))).isEqualTo(200);
            assertThat(context.getBean(Outcomes.class).all)
                    .singleElement()
                    .asString()
                    .containsAnyOf("out of stock", "an @ExceptionHandler of the application handled");
        });
    }

    @ParameterizedTest
    @MethodSource("ownHandlers")
    void oneAnsweredByTheControllerItselfToo(Stack stack, Class<?> controller) {
        stack.application(Outcomes.class, controller).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("fails"))).isEqualTo(200);
            assertThat(context.getBean(Outcomes.class).all).hasSize(1).doesNotContain("handled");
        });
    }

    static Stream<Arguments> ownHandlers() {
        return Stream.of(Stack.values()).map(stack -> Arguments.of(stack, AnswersItself.class));
    }

    static Stream<Arguments> successes() {
        return Stream.of(Stack.values())
                .flatMap(stack -> Stream.of(Throws.class, OfMono.class, OfFuture.class, NoContent.class, Nothing.class)
                        .map(controller -> Arguments.of(stack, controller)));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void aControllerThatThrowsNothingHasNot(Stack stack, Class<?> controller) {
        stack.application(Outcomes.class, controller, Friendly.class).run(context -> {
            assertThat(stack.deliver(context, Stack.delivery("succeeds"))).isBetween(200, 204);
            assertThat(context.getBean(Outcomes.class).all).allMatch("handled"::equals);
        });
    }

    private static String work(WebhookEvent event) {
        if (event.type().equals("fails")) {
            throw new IllegalStateException("out of stock");
        }
        return event.type();
    }

    @RestController
    static class Throws {
        @PostMapping(Stack.PATH)
        String take(WebhookEvent event) {
            return work(event);
        }
    }

    @RestController
    static class ThrowsChecked {
        @PostMapping(Stack.PATH)
        void take(WebhookEvent event) throws Exception {
            throw new Exception("out of stock");
        }
    }

    @RestController
    static class OfMono {
        @PostMapping(Stack.PATH)
        Mono<String> take(WebhookEvent event) {
            return Mono.fromSupplier(() -> work(event));
        }
    }

    @RestController
    static class OfFuture {
        @PostMapping(Stack.PATH)
        CompletableFuture<String> take(WebhookEvent event) {
            return CompletableFuture.supplyAsync(() -> work(event));
        }
    }

    @RestController
    static class NoContent {
        @PostMapping(Stack.PATH)
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void take(WebhookEvent event) {
            work(event);
        }
    }

    @RestController
    static class Nothing {
        @PostMapping(Stack.PATH)
        void take(WebhookEvent event) {
            work(event);
        }
    }

    @RestController
    static class AnswersItself extends Throws {
        @ExceptionHandler
        String sorry(IllegalStateException failure) {
            return "sorry";
        }
    }

    @RestControllerAdvice
    static class Friendly {
        @ExceptionHandler(Throwable.class)
        String sorry() {
            return "sorry";
        }
    }

    @RestControllerAdvice
    static class Silent {
        @ExceptionHandler(Throwable.class)
        void nothing() {}
    }
}
