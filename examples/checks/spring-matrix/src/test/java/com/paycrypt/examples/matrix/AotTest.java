package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.matrix.aot.AotShop;
import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that Spring processed ahead of time, when it knew what decides which beans there are, and neither key
 * nor secret.
 */
@Tag("full")
class AotTest {
    private static final String KNOWN = "paycrypt.webhook.replay=" + (Cell.has("stores") ? "jdbc" : "memory");

    private static Sandbox sandbox;
    private static Program shop;
    private static URI webhook;
    private static String beans;
    private static String checkout;

    @BeforeAll
    static void start(@TempDir Path work) throws Exception {
        sandbox = Sandbox.start();
        AotBuild build = AotBuild.of(AotShop.class, work, List.of("paycrypt.base-url=https://pay.example", KNOWN));
        shop = build.start(AotShop.class, environment());
        String port = shop.await("started on port (\\d+)").group(1);
        webhook = URI.create("http://127.0.0.1:" + port + "/api/paycrypt/webhook");
        beans = shop.await("^beans: (.*)").group(1);
        checkout = shop.await("first order is paid at (.*)").group(1);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PAYCRYPT_BASE_URL",
                sandbox.baseUrl(),
                "PAYCRYPT_KEY",
                sandbox.key(),
                "PAYCRYPT_SECRET",
                sandbox.secret(),
                "PAYCRYPT_DEFAULTS_SUCCESSURL",
                "https://merchant.tld/success",
                "PAYCRYPT_DEFAULTS_CANCELURL",
                "https://merchant.tld/cancel",
                "PAYCRYPT_WEBHOOK_INBOX_CREATETABLE",
                "true");
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void theClientCallsTheServer() {
        assertThat(checkout).startsWith(sandbox.baseUrl() + "/checkout/ps_");
    }

    @Test
    void theBeansAreThoseOfTheApplicationAsItIs() {
        List<String> properties = new ArrayList<>(List.of(KNOWN, "paycrypt.webhook.inbox.create-table=true"));
        properties.add("paycrypt.defaults.success-url=https://merchant.tld/success");
        properties.add("paycrypt.defaults.cancel-url=https://merchant.tld/cancel");
        try (Shop asItIs = Shop.start(
                sandbox.baseUrl(), sandbox.key(), sandbox.secret(), AotShop.class, properties.toArray(String[]::new))) {
            assertThat(beans).isEqualTo(AotShop.beans(asItIs.context()));
            assertThat(beans.contains("payCryptWebhookInbox")).isEqualTo(Cell.has("stores"));
        }
    }

    @Test
    void aSignedDeliveryReachesTheController() throws Exception {
        HttpResponse<String> answer = deliver(sandbox.secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"paid\":\"ORD-123\"}");
    }

    @Test
    void aForgedDeliveryDoesNot() throws Exception {
        assertThat(deliver("sk_guessed").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> deliver(String secret) throws Exception {
        var delivery = WebhookSigner.of(Credentials.of(sandbox.key(), secret))
                .sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook).POST(BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, values) -> request.header(name, values.get(0)));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
