package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.util.List;

/** Helidon 4, which needs Java 21: each request has a virtual thread. */
final class HelidonServer implements Stack {
    private final WebServer server;

    HelidonServer(WebhookReceiver receiver) {
        server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(0)
                .shutdownHook(false)
                .routing(routing -> webhooks(routing, receiver))
                .build()
                .start();
    }

    // region helidon
    private static void webhooks(HttpRouting.Builder routing, WebhookReceiver receiver) {
        routing.post("/webhook", (request, response) -> {
            WebhookResponse webhookResponse = receiver.receive(
                    request.prologue().method().text(),
                    name -> request.headers().all(HeaderNames.create(name), List::of),
                    request.content().inputStream());
            webhookResponse.headers().forEach((name, value) -> response.header(name, value));
            response.status(webhookResponse.status()).send(webhookResponse.body());
        });
    }
    // endregion

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
