package com.paycrypt.sdk.spring.test;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Sends deliveries with a {@code WebTestClient}, signed as PayCrypt signs them, so that tests pass through the
 * verification instead of around it.
 *
 * <pre>{@code
 * SignedExchanges.by(credentials).deliver(client, "/api/paycrypt/webhook", json).expectStatus().isOk();
 * }</pre>
 *
 * <p>The credentials are a bean of the application. Immutable and safe for use by any number of threads.
 */
public final class SignedExchanges {
    private final WebhookSigner signer;

    private SignedExchanges(WebhookSigner signer) {
        this.signer = signer;
    }

    /**
     * Deliveries signed at the time of the system's clock.
     *
     * @param credentials the key and secret that the application accepts
     * @return the sender
     */
    public static SignedExchanges by(Credentials credentials) {
        return new SignedExchanges(WebhookSigner.of(credentials));
    }

    /**
     * Sends a delivery.
     *
     * @param client the client of the application under test
     * @param path where the application takes webhooks
     * @param json the event
     * @return the response, to assert on
     */
    public ResponseSpec deliver(WebTestClient client, String path, String json) {
        SignedWebhook delivery = signer.sign(json.getBytes(StandardCharsets.UTF_8));
        WebTestClient.RequestBodySpec request = client.post().uri(path);
        delivery.headers().forEach((name, values) -> request.header(name, values.toArray(String[]::new)));
        return request.bodyValue(delivery.body()).exchange();
    }
}
