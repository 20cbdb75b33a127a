package com.paycrypt.examples.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import com.paycrypt.sdk.webhook.WebhookVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same deliveries, good and bad, over sockets to every stack. */
class StacksTest {
    private static final String AVAILABLE = "com.paycrypt.examples.stacks.Stacks#available";
    private static final String HTTP2 = "com.paycrypt.examples.stacks.Stacks#overHttp2";
    private static final int MAX_LINES = 40;
    private static final int LIMIT = 64 << 10;
    private static final Credentials CREDENTIALS = Credentials.of("pk_1", "sk_1");

    private final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();
    private final WebhookReceiver receiver = WebhookReceiver.builder(CREDENTIALS)
            .handler(event -> handled.add(event.type()))
            .maxBodySize(LIMIT)
            .build();
    private final Request genuine = Request.of(signed("{\"type\":\"payment.succeeded\",\"id\":\"evt_1\"}"));

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void theSharedVectorsAreAnsweredAsTheyMust(Stacks stack) throws IOException {
        int sent = 0;
        for (List<JsonNode> vectors : vectorsByReceiver().values()) {
            try (Stack server = stack.start(receiver(vectors.get(0)))) {
                for (JsonNode vector : vectors) {
                    assertThat(DeliveryVectors.request(vector).send(server.port()))
                            .as(vector.path("name").asText())
                            .isIn(statuses(vector, stack));
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(140);
    }

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void genuineDeliveriesAreHandledOnceHoweverTheyAreWritten(Stacks stack) throws IOException {
        try (Stack server = stack.start(receiver)) {
            assertThat(genuine.send(server.port())).isEqualTo(200);
            assertThat(genuine.send(server.port())).isEqualTo(200);
            assertThat(genuine.sendChunked(server.port())).isEqualTo(200);
        }
        assertThat(handled).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void hostileDeliveriesNeverReachTheHandler(Stacks stack) throws IOException {
        String signature = genuine.header("X-Paycrypt-Signature");
        String timestamp = genuine.header("X-Paycrypt-Timestamp");
        byte[] tooLarge = new byte[2 * LIMIT];
        try (Stack server = stack.start(receiver)) {
            int port = server.port();
            assertThat(genuine.adding("X-Paycrypt-Signature", signature).send(port))
                    .isEqualTo(401);
            assertThat(genuine.adding("x-paycrypt-key", "pk_1").send(port)).isEqualTo(401);
            assertThat(genuine.adding("X-PAYCRYPT-TIMESTAMP", timestamp).send(port))
                    .isEqualTo(stack.joinsHeaders() ? 400 : 401);
            assertThat(genuine.with("X-Paycrypt-Signature", signature.toUpperCase(Locale.ROOT))
                            .send(port))
                    .isEqualTo(401);
            assertThat(genuine.with("X-Paycrypt-Timestamp", "+" + timestamp).send(port))
                    .isEqualTo(400);
            assertThat(genuine.with("X-Paycrypt-Timestamp", "0" + timestamp).send(port))
                    .isEqualTo(400);
            assertThat(genuine.withBody("{}".getBytes(StandardCharsets.UTF_8)).sendChunked(port))
                    .isEqualTo(401);
            assertThat(genuine.withBody(tooLarge).send(port)).isIn(413, Request.CLOSED);
            assertThat(genuine.withBody(tooLarge).sendChunked(port)).isIn(413, Request.CLOSED);
            assertThat(handled).isEmpty();
            assertThat(genuine.send(port)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource(HTTP2)
    void overHttp2TheSameHolds(Stacks stack) throws IOException {
        String signature = genuine.header("X-Paycrypt-Signature");
        byte[] tooLarge = new byte[2 * LIMIT];
        try (Stack server = stack.start(receiver)) {
            int port = server.port();
            assertThat(Http2.sendAlone(port, genuine.adding("X-Paycrypt-Signature", signature)))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.adding("x-paycrypt-key", "pk_1")))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.with("X-Paycrypt-Signature", signature.toUpperCase(Locale.ROOT))))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.withBody("{}".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(401);
            assertThat(Http2.sendAlone(port, genuine.withBody(tooLarge))).isIn(413, Request.CLOSED);
            assertThat(handled).isEmpty();
            assertThat(Http2.sendAlone(port, genuine)).isEqualTo(200);
            assertThat(Http2.sendAlone(port, genuine)).isEqualTo(200);
        }
        assertThat(handled).hasSize(1);
    }

    /** All at once, since each takes the time limit of a body. A gateway has read the body before its function runs. */
    @Test
    void aBodyThatTricklesIsNotWaitedForAndDelaysNoOther() throws Exception {
        ExecutorService senders = Executors.newCachedThreadPool();
        Map<String, Future<Integer>> statuses = new LinkedHashMap<>();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            for (Stacks stack :
                    Stacks.available().filter(each -> each != Stacks.LAMBDA).toList()) {
                Stack server = open(opened, stack.start(receiver));
                statuses.put(stack.name(), senders.submit(() -> genuine.trickle(server.port())));
                if (stack.speaksHttp2()) {
                    Http2 connection = open(opened, new Http2(server.port()));
                    statuses.put(stack + " over HTTP/2", connection.trickle(genuine));
                    assertThat(connection.send(genuine)).isEqualTo(200);
                }
            }
            for (Map.Entry<String, Future<Integer>> status : statuses.entrySet()) {
                assertThat(status.getValue().get(5, TimeUnit.MINUTES))
                        .as(status.getKey())
                        .isIn(400, Request.CLOSED);
            }
        } finally {
            for (AutoCloseable each : opened) {
                each.close();
            }
            senders.shutdownNow();
        }
        assertThat(handled).hasSize(1);
    }

    private static <T extends AutoCloseable> T open(List<AutoCloseable> opened, T one) {
        opened.add(one);
        return one;
    }

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void aMerchantWritesAFewLines(Stacks stack) throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            Path source = files.filter(file -> file.getFileName()
                            .toString()
                            .toUpperCase(Locale.ROOT)
                            .matches(stack.name() + "(SERVER|FUNCTION)\\.(JAVA|KT)"))
                    .findFirst()
                    .orElseThrow();
            List<String> lines = Files.readAllLines(source);
            int from = lines.stream()
                    .map(String::strip)
                    .toList()
                    .indexOf("// region " + stack.name().toLowerCase(Locale.ROOT));
            int to = lines.stream().map(String::strip).toList().indexOf("// endregion");
            assertThat(from).isPositive();
            assertThat(to - from - 1).isBetween(1, MAX_LINES);
        }
    }

    private static SignedWebhook signed(String json) {
        return WebhookSigner.of(CREDENTIALS).sign(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<JsonNode>> vectorsByReceiver() throws IOException {
        Map<String, List<JsonNode>> vectors = new LinkedHashMap<>();
        for (JsonNode vector : DeliveryVectors.transportable()) {
            String key = vector.path("accept") + " " + vector.path("now");
            vectors.computeIfAbsent(key, receiver -> new ArrayList<>()).add(vector);
        }
        return vectors;
    }

    /** Other methods may end at the server's own routing, and joined headers are malformed, not repeated. */
    private static List<Integer> statuses(JsonNode vector, Stacks stack) {
        String method = vector.path("method").asText();
        if (!method.equals("POST")) {
            return stack.readsMethodsInAnyCase() && method.equals("post") ? List.of(200) : List.of(405, 404, 501, 400);
        }
        boolean joined = stack.joinsHeaders() && vector.path("reason").asText().equals("DUPLICATE_HEADER");
        return joined ? List.of(400, 401) : List.of(vector.path("status").asInt());
    }

    private static WebhookReceiver receiver(JsonNode vector) {
        List<Credentials> accepted = new ArrayList<>();
        vector.path("accept")
                .forEach(pair -> accepted.add(
                        Credentials.of(pair.path(0).asText(), pair.path(1).asText())));
        WebhookVerifier.Builder verifier = WebhookVerifier.builder(accepted.get(0));
        accepted.stream().skip(1).forEach(verifier::alsoAccept);
        Clock clock = Clock.fixed(Instant.ofEpochSecond(vector.path("now").asLong()), ZoneOffset.UTC);
        return WebhookReceiver.builder(verifier.clock(clock).build())
                .handler(event -> {})
                .build();
    }
}
