package com.paycrypt.examples.matrix;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application, and a sender of webhooks to it. */
final class Shop implements AutoCloseable {
    static final Credentials CREDENTIALS = Credentials.of("pk_test_1", "sk_test_1");
    static final String PAID =
            "{\"type\":\"payment.succeeded\",\"id\":\"evt_1\",\"data\":{\"object\":{\"order_id\":\"ORD-123\"}}}";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Shop start(Class<?> application, String... properties) {
        return start("https://pay.example", CREDENTIALS.key(), "sk_test_1", application, properties);
    }

    static Shop start(String baseUrl, String key, String secret, Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.addAll(List.of("paycrypt.base-url=" + baseUrl, "paycrypt.key=" + key, "paycrypt.secret=" + secret));
        return startWithoutUs(application, all.toArray(String[]::new));
    }

    /** With none of the properties that switch the SDK on. */
    static Shop startWithoutUs(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.addAll(List.of("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off"));
        String[] arguments = all.stream().map(each -> "--" + each).toArray(String[]::new);
        return new Shop(new SpringApplicationBuilder(application).run(arguments));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    /** On a connection of its own: a server may close one whose body it did not read. */
    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** On the connection of the last delivery, if the server kept it. */
    HttpResponse<String> sendOnKept(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> deliver(SignedWebhook delivery) throws IOException, InterruptedException {
        return sendOnKept(signed(delivery, "/api/paycrypt/webhook").build());
    }

    /** A server may send an answer before the delivery is settled; until then a copy is told 409. */
    int deliverSettled(SignedWebhook delivery) {
        return deliverUntil(delivery, status -> status != 409);
    }

    /** The first status that is wanted, of copies that are sent until it comes. */
    int deliverUntil(SignedWebhook delivery, IntPredicate wanted) {
        AtomicInteger status = new AtomicInteger();
        Await.until(() -> {
            status.set(deliver(delivery).statusCode());
            return wanted.test(status.get());
        });
        return status.get();
    }

    HttpRequest.Builder signed(SignedWebhook delivery, String path) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));
        return request;
    }

    /** Sends the head of a delivery and its body, which may be shorter than declared, and leaves the connection open. */
    Socket open(SignedWebhook delivery, int declared) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), at("/").getPort());
        StringBuilder head = new StringBuilder("POST /api/paycrypt/webhook HTTP/1.1\r\nHost: localhost\r\n");
        delivery.headers().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
        head.append("Content-Length: " + declared + "\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(delivery.body());
        out.flush();
        return socket;
    }

    /** A genuine delivery, never the same twice. */
    static SignedWebhook paid() {
        return paid(Long.toString(System.nanoTime()));
    }

    static SignedWebhook paid(String note) {
        return sign(PAID.replace("evt_1", "evt_" + note));
    }

    static SignedWebhook sign(String body) {
        return WebhookSigner.of(CREDENTIALS).sign(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }
}
