package com.paycrypt.examples.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The programs of the README do what it says, against a sandbox. */
class ReadmeTest {
    private static final String PAID =
            "{\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ORD-123\",\"amount\":\"49.00\",\"currency\":\"USD\"}}";

    private final Sandbox sandbox = Sandbox.start();
    private final Credentials credentials = Credentials.of(sandbox.key(), sandbox.secret());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> orders = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSessionIsCreated() {
        SessionProgram.run(sandbox.baseUrl(), sandbox.key(), sandbox.secret());

        assertThat(sandbox.sessions()).hasSize(1);
    }

    @Test
    void aWebhookIsTakenOnceByAPlainServer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ReceiverProgram.run(server, credentials, orders::add);
        server.start();

        assertTakenOnce(server.getAddress().getPort(), "ORD-123");
        server.stop(0);
    }

    @Test
    void aWebhookIsTakenOnceBySpringWhichAlsoCreatesSessions() throws Exception {
        try (ConfigurableApplicationContext shop = spring()) {
            int port = shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            assertTakenOnce(port, "payment.succeeded ORD-123");
            assertThat(post(
                                    port,
                                    "/orders/ORD-123/pay",
                                    WebhookSigner.of(credentials).sign(new byte[0]))
                            .body())
                    .contains(sandbox.baseUrl() + "/checkout/ps_");
        }
    }

    private ConfigurableApplicationContext spring() {
        SpringApplication application = new SpringApplication(SpringProgram.class);
        Consumer<String> taker = orders::add;
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("orders", taker));
        return application.run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--paycrypt.base-url=" + sandbox.baseUrl(),
                "--paycrypt.key=" + sandbox.key(),
                "--paycrypt.secret=" + sandbox.secret());
    }

    private void assertTakenOnce(int port, String expected) throws Exception {
        SignedWebhook delivery = WebhookSigner.of(credentials).sign(PAID.getBytes(UTF_8));
        SignedWebhook forged =
                WebhookSigner.of(Credentials.of(sandbox.key(), "sk_other")).sign(PAID.getBytes(UTF_8));

        assertThat(post(port, "/api/paycrypt/webhook", forged).statusCode()).isEqualTo(401);
        assertThat(post(port, "/api/paycrypt/webhook", delivery).statusCode()).isEqualTo(200);
        assertThat(post(port, "/api/paycrypt/webhook", delivery).statusCode()).isEqualTo(200);
        assertThat(orders).containsExactly(expected);
    }

    private HttpResponse<String> post(int port, String path, SignedWebhook signed)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(signed.body()));
        signed.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
