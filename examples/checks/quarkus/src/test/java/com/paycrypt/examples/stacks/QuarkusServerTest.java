package com.paycrypt.examples.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The deliveries of the other stacks, over sockets to the application that Quarkus built. */
class QuarkusServerTest {
    private static final Path SOURCE = Path.of("src/main/java/com/paycrypt/examples/quarkus/QuarkusServer.java");
    private static final String ACCEPT = "accept=pk_1:sk_1";
    private static final int TOO_LARGE = 128 << 10;

    private final Request genuine = Request.of(WebhookSigner.of(Credentials.of("pk_1", "sk_1"))
            .sign("{\"type\":\"payment.succeeded\",\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8)));
    private final String signature = genuine.header("X-Paycrypt-Signature");

    @Test
    void theSharedVectorsAreAnsweredAsTheyMust() throws IOException {
        int sent = 0;
        for (Map.Entry<List<String>, List<JsonNode>> group : vectors().entrySet()) {
            try (QuarkusServerProcess server =
                    new QuarkusServerProcess(group.getKey().toArray(String[]::new))) {
                for (JsonNode vector : group.getValue()) {
                    assertThat(DeliveryVectors.request(vector).send(server.port()))
                            .as(vector.path("name").asText())
                            .isIn(statuses(vector));
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(140);
    }

    @Test
    void hostileDeliveriesNeverReachTheHandlerAndAGenuineOneDoesOnce() throws IOException {
        String timestamp = genuine.header("X-Paycrypt-Timestamp");
        try (QuarkusServerProcess server = new QuarkusServerProcess(ACCEPT)) {
            int port = server.port();
            assertThat(genuine.adding("X-Paycrypt-Signature", signature).send(port))
                    .isEqualTo(401);
            assertThat(genuine.adding("x-paycrypt-key", "pk_1").send(port)).isEqualTo(401);
            assertThat(genuine.adding("X-PAYCRYPT-TIMESTAMP", timestamp).send(port))
                    .isEqualTo(401);
            assertThat(respelled().send(port)).isEqualTo(401);
            assertThat(genuine.with("X-Paycrypt-Timestamp", "+" + timestamp).send(port))
                    .isEqualTo(400);
            assertThat(genuine.withBody(new byte[] {'{', '}'}).sendChunked(port))
                    .isEqualTo(401);
            assertThat(genuine.withBody(new byte[TOO_LARGE]).send(port)).isIn(413, Request.CLOSED);
            assertThat(genuine.withBody(new byte[TOO_LARGE]).sendChunked(port)).isIn(413, Request.CLOSED);
            assertThat(genuine.trickle(port)).isIn(400, Request.CLOSED);

            assertThat(genuine.send(port)).isEqualTo(200);
            assertThat(genuine.send(port)).isEqualTo(200);
            assertThat(genuine.sendChunked(port)).isEqualTo(200);
            assertThat(server.end()).isEqualTo(1);
        }
    }

    @Test
    void overHttp2TheSameHolds() throws Exception {
        try (QuarkusServerProcess server = new QuarkusServerProcess(ACCEPT)) {
            int port = server.port();
            assertThat(Http2.sendAlone(port, genuine.adding("X-Paycrypt-Signature", signature)))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.adding("x-paycrypt-key", "pk_1")))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, respelled())).isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.withBody(new byte[TOO_LARGE])))
                    .isIn(413, Request.CLOSED);

            try (Http2 connection = new Http2(port)) {
                assertThat(connection.send(genuine)).isEqualTo(200);
                assertThat(connection.send(genuine)).isEqualTo(200);
            }
            assertThat(server.end()).isEqualTo(1);
        }
    }

    @Test
    void aMerchantWritesAFewLines() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        assertThat(lines.indexOf("// endregion") - lines.indexOf("// region quarkus") - 1)
                .isBetween(1, 40);
    }

    private Request respelled() {
        return genuine.with("X-Paycrypt-Signature", signature.toUpperCase(Locale.ROOT));
    }

    /** By the properties of the process that they are for. */
    private static Map<List<String>, List<JsonNode>> vectors() throws IOException {
        Map<List<String>, List<JsonNode>> vectors = new LinkedHashMap<>();
        for (JsonNode vector : DeliveryVectors.transportable()) {
            List<String> pairs = new ArrayList<>();
            vector.path("accept")
                    .forEach(pair ->
                            pairs.add(pair.path(0).asText() + ":" + pair.path(1).asText()));
            List<String> process = List.of(
                    "accept=" + String.join(",", pairs),
                    "now=" + vector.path("now").asText());
            vectors.computeIfAbsent(process, started -> new ArrayList<>()).add(vector);
        }
        return vectors;
    }

    /** Other methods end at the server's own routing, which answers OPTIONS with the methods there are. */
    private static List<Integer> statuses(JsonNode vector) {
        return switch (vector.path("method").asText()) {
            case "POST" -> List.of(vector.path("status").asInt());
            case "OPTIONS" -> List.of(200);
            default -> List.of(405, 404, 501, 400);
        };
    }
}
