package com.paycrypt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sandbox.model.Delivery;
import com.paycrypt.sandbox.support.Merchant;
import com.paycrypt.sandbox.support.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WholeJobTest {
    private final Sandbox sandbox = Sandbox.start();
    private final Merchant merchant = new Merchant(sandbox);
    private Receiver receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = Receiver.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aCreateIsAnsweredAsTheGuideShows() {
        Instant before = Instant.now();
        HttpResponse<String> answer = merchant.create(Merchant.order("ORD-123"));
        JsonNode session = Merchant.json(answer);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(session.size()).isEqualTo(4);
        assertThat(session.path("id").asText()).matches("ps_[0-9a-f]{12}");
        assertThat(session.path("status").asText()).isEqualTo("created");
        assertThat(session.path("checkout_url").asText())
                .isEqualTo(sandbox.baseUrl() + "/checkout/" + session.path("id").asText());
        assertThat(Instant.ofEpochSecond(session.path("expires_at").asLong()))
                .isBetween(before.plusSeconds(1799), Instant.now().plusSeconds(1800));
    }

    @Test
    void aSessionPaidThroughTheFormsIsAnnouncedByASignedWebhook() {
        String id = merchant.createSession(receiver.url());
        String page = "/checkout/" + id;

        assertThat(merchant.get(page).body())
                .contains("data-state=\"open\"", "name=\"method\"", "value=\"btc-bitcoin\"");
        assertThat(merchant.submit(page + "/choose", "method=usdt-tron").statusCode())
                .isEqualTo(303);
        assertThat(merchant.get(page).body()).contains("TSANDBOX", "49.000000", "Tron (TRC-20)");
        HttpResponse<String> paid = merchant.submit(page + "/pay", "");

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(URI.create(paid.headers().firstValue("Location").orElseThrow()))
                .hasPath(page);
        assertThat(merchant.get(page).body())
                .contains("data-state=\"paid\"", "href=\"https://merchant.tld/success?oid=ORD-123\"");
        assertThat(sandbox.webhooks().await(id).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(receiver.received()).singleElement().satisfies(webhook -> {
            assertThat(webhook.isSignedWith(sandbox.secret())).isTrue();
            assertThat(webhook.header("X-Paycrypt-Key")).isEqualTo(sandbox.key());
            assertThat(webhook.text()).contains("\"type\": \"payment.succeeded\"", "\"order_id\": \"ORD-123\"");
        });
    }
}
