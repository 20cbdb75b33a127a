package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.sandbox.Sandbox;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The first program that a Spring developer writes; as it stands, but for the package that Spring Boot demands. */
@Tag("alone")
@Tag("jackson-2")
@ExtendWith(OutputCaptureExtension.class)
class FirstUseTest {
    private static Sandbox sandbox;
    private static Shop shop;

    @BeforeAll
    static void start(@TempDir Path classes) throws Exception {
        sandbox = Sandbox.start();
        Class<?> receiver = FirstUse.compiled("SpringReceiver", classes);
        Thread.currentThread().setContextClassLoader(receiver.getClassLoader());
        shop = Shop.start(sandbox.baseUrl(), sandbox.key(), sandbox.secret(), receiver);
    }

    @AfterAll
    static void stop() {
        Thread.currentThread().setContextClassLoader(FirstUseTest.class.getClassLoader());
        if (shop != null) {
            shop.close();
            sandbox.close();
        }
    }

    @Test
    void aVerifiedDeliveryReachesTheControllerOnce(CapturedOutput output) throws Exception {
        SignedWebhook delivery = WebhookSigner.of(Credentials.of(sandbox.key(), sandbox.secret()))
                .sign(Shop.PAID.getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> first = shop.deliver(delivery);
        int copy = shop.deliverSettled(delivery);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"ok\":true}");
        assertThat(copy).isEqualTo(200);
        assertThat(output.getOut()).containsOnlyOnce("payment.succeeded ORD-123");
    }

    @Test
    void aForgedDeliveryDoesNotReachIt(CapturedOutput output) throws Exception {
        SignedWebhook forged = WebhookSigner.of(Credentials.of(sandbox.key(), "sk_guessed"))
                .sign("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(shop.deliver(forged).statusCode()).isEqualTo(401);
        assertThat(output.getOut()).doesNotContain("payment.succeeded");
    }

    @Test
    void theClientCreatesASession() throws Exception {
        HttpResponse<String> paying = shop.send(shop.request("/orders/ORD-123/pay")
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(paying.statusCode()).isEqualTo(200);
        assertThat(paying.body()).contains(sandbox.baseUrl() + "/checkout/ps_");
    }
}
