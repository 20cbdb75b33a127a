package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookDelivery;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Vert.x: the body is counted on the event loop, and the rest runs on a worker thread. */
final class VertxServer implements Stack {
    private final Vertx vertx = Vertx.vertx();
    private final WebhookReceiver receiver;
    private final HttpServer server;

    VertxServer(WebhookReceiver receiver) {
        this.receiver = receiver;
        this.server = vertx.createHttpServer().requestHandler(this::receive);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    // region vertx
    private void receive(HttpServerRequest request) {
        WebhookDelivery.Incoming incoming = receiver.begin(request.method().name(), request.headers()::getAll);
        Buffer body = Buffer.buffer();
        long limit = vertx.setTimer(10_000, id -> request.response().reset());
        request.exceptionHandler(gone -> incoming.close());
        request.handler(bytes -> {
            if (incoming.received(bytes.length())) {
                body.appendBuffer(bytes);
            } else {
                send(request, incoming.rejection().orElseThrow());
            }
        });
        request.endHandler(end -> {
            vertx.cancelTimer(limit);
            vertx.executeBlocking(() -> receiver.handle(incoming.accept(body.getBytes())), false)
                    .onSuccess(response -> send(request, response));
        });
        incoming.rejection().ifPresent(rejection -> send(request, rejection));
    }

    private static void send(HttpServerRequest request, WebhookResponse response) {
        if (!request.response().ended()) {
            request.response().setStatusCode(response.status());
            response.headers().forEach(request.response()::putHeader);
            request.response().end(Buffer.buffer(response.body()));
        }
    }
    // endregion

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
