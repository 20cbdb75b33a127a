package com.paycrypt.examples.stacks;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Micronaut on Netty: the body is a stream, read by a thread that may block. */
final class MicronautServer implements Stack {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    MicronautServer(WebhookReceiver receiver) {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.host", "127.0.0.1",
                        "micronaut.server.port", -1,
                        "micronaut.server.http-version", "2.0"))
                .singletons(receiver)
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    // region micronaut
    @Controller
    static class Webhooks {
        private final WebhookReceiver receiver;

        Webhooks(WebhookReceiver receiver) {
            this.receiver = receiver;
        }

        @Post("/webhook")
        @Consumes(MediaType.ALL)
        @ExecuteOn(TaskExecutors.BLOCKING)
        HttpResponse<byte[]> receive(HttpRequest<?> request, @Body InputStream body) throws IOException {
            try (body) { // what is left of it is discarded, and does not block the connection
                WebhookResponse response =
                        receiver.receive(request.getMethodName(), request.getHeaders()::getAll, body);
                MutableHttpResponse<byte[]> httpResponse = HttpResponse.status(HttpStatus.valueOf(response.status()));
                response.headers().forEach(httpResponse::header);
                return httpResponse.body(response.body());
            }
        }
    }
    // endregion

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
