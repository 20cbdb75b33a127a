package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import java.io.IOException;

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
    LAMBDA {
        @Override
        Stack start(WebhookReceiver receiver) throws IOException {
            return new Gateway(new LambdaFunction(receiver));
        }
    };

    abstract Stack start(WebhookReceiver receiver) throws IOException;

    /** Jetty reads "post" as "POST". */
    boolean readsMethodsInAnyCase() {
        return this == JAVALIN;
    }

    /** A gateway has joined the values of a header before the function sees it. */
    boolean joinsHeaders() {
        return this == LAMBDA;
    }
}
