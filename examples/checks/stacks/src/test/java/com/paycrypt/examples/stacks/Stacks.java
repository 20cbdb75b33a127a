package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every stack of the guide. */
enum Stacks {
    JDK {
        @Override
        Stack start(WebhookReceiver receiver) throws IOException {
            return new JdkServer(receiver);
        }
    },
    JAVALIN {
        @Override
        Stack start(WebhookReceiver receiver) {
            return new JavalinServer(receiver);
        }
    },
    VERTX {
        @Override
        Stack start(WebhookReceiver receiver) {
            return new VertxServer(receiver);
        }
    },
    MICRONAUT {
        @Override
        Stack start(WebhookReceiver receiver) {
            return new MicronautServer(receiver);
        }
    },
    KTOR {
        @Override
        Stack start(WebhookReceiver receiver) {
            return new KtorServer(receiver);
        }
    },
    /** Compiled where there is Java 21. */
    HELIDON {
        @Override
        Stack start(WebhookReceiver receiver) {
            try {
                return Class.forName("com.paycrypt.examples.stacks.HelidonServer")
                        .asSubclass(Stack.class)
                        .getDeclaredConstructor(WebhookReceiver.class)
                        .newInstance(receiver);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    LAMBDA {
        @Override
        Stack start(WebhookReceiver receiver) throws IOException {
            return new Gateway(new LambdaFunction(receiver));
        }
    };

    abstract Stack start(WebhookReceiver receiver) throws IOException;

    /** Those that run on this Java. */
    static Stream<Stacks> available() {
        return Arrays.stream(values())
                .filter(stack -> stack != HELIDON || Runtime.version().feature() >= 21);
    }

    static Stream<Stacks> overHttp2() {
        return available().filter(Stacks::speaksHttp2);
    }

    /** Without TLS, by prior knowledge. */
    boolean speaksHttp2() {
        return this == VERTX || this == MICRONAUT || this == KTOR || this == HELIDON;
    }

    /** Jetty and Helidon read "post" as "POST". */
    boolean readsMethodsInAnyCase() {
        return this == JAVALIN || this == HELIDON;
    }

    /** A gateway has joined the values of a header before the function sees it. */
    boolean joinsHeaders() {
        return this == LAMBDA;
    }
}
