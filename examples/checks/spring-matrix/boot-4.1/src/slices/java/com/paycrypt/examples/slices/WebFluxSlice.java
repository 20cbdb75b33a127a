package com.paycrypt.examples.slices;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.test.SignedExchanges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A slice test of a controller passes through the verification, though the store of the application is not there. */
@WebFluxTest
@TestPropertySource(
        properties = {
            "paycrypt.base-url=https://pay.example",
            "paycrypt.key=pk_test_1",
            "paycrypt.secret=sk_test_1",
            "paycrypt.webhook.replay=jdbc"
        })
class WebFluxSlice {
    private static final String JSON =
            "{\"type\":\"payment.succeeded\",\"data\":{\"object\":{\"order_id\":\"ORD-123\"}}}";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Credentials credentials;

    @Test
    void aSignedDeliveryReachesTheController() throws Exception {
        SignedExchanges.by(credentials)
                .deliver(client, SlicedShop.PATH, JSON)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("ORD-123");
    }

    @Test
    void nothingElseDoes() throws Exception {
        client.post().uri(SlicedShop.PATH).bodyValue(JSON).exchange().expectStatus().isUnauthorized();
        client.post()
                .uri(SlicedShop.PATH + "?type=payment.succeeded&state=PAID")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
