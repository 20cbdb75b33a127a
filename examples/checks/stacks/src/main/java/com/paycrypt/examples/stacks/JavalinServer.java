package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import io.javalin.Javalin;
import java.util.Collections;

/** Javalin. */
final class JavalinServer implements Stack {
    private final Javalin server;

    JavalinServer(WebhookReceiver receiver) {
        // region javalin
        server = Javalin.create(config -> config.showJavalinBanner = false);
        server.post("/webhook", context -> {
            WebhookResponse response = receiver.receive(
                    context.method().name(),
                    name -> Collections.list(context.req().getHeaders(name)),
                    context.req().getInputStream());
            response.headers().forEach(context::header);
            context.status(response.status()).result(response.body());
        });
        // endregion
        server.start("127.0.0.1", 0);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
