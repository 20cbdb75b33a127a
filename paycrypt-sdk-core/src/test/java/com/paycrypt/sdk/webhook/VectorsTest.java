package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every PayCrypt verifier must answer, whatever it is written in. */
class VectorsTest {
    private static final Vectors VECTORS = Vectors.load();

    static Stream<Vectors.Signature> signatures() {
        return VECTORS.signatures().stream();
    }

    static Stream<Vectors.Delivery> deliveries() {
        return VECTORS.deliveries().stream();
    }

    static Stream<Vectors.Delivery> posted() {
        return deliveries().filter(delivery -> delivery.method().equals("POST"));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void theSignatureIsThatOfTheGuide(Vectors.Signature vector) {
        Credentials credentials = Credentials.of("pk_1", vector.secret());

        assertThat(credentials.sign(Long.parseLong(vector.timestamp()), vector.body()))
                .isEqualTo(vector.signature());
        assertThat(Signatures.isSigned(credentials, vector.timestamp(), vector.body(), vector.signature()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void theReceiverAnswersAsItMust(Vectors.Delivery vector) {
        List<WebhookEvent> handled = new ArrayList<>();
        WebhookReceiver receiver = receiver(vector, handled);

        WebhookResponse answer = receiver.receive(vector.method(), vector.headerMap()::get, vector.body());

        assertThat(answer.status()).isEqualTo(vector.status());
        assertThat(handled).hasSize(vector.status() == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("posted")
    void theVerifierGivesTheReason(Vectors.Delivery vector) {
        verdict(vector, vector.headerMap()::get);
    }

    @ParameterizedTest
    @MethodSource("posted")
    void aMapThatMatchesNamesInAnyCaseGivesTheSame(Vectors.Delivery vector) {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        vector.headers()
                .forEach(header -> map.computeIfAbsent(header.get(0), name -> new ArrayList<>())
                        .add(header.get(1)));

        verdict(vector, map::get);
    }

    @Test
    void theReadmeExplainsEveryMemberAndEveryReasonInTheOrderOfTheChecks() throws IOException {
        Path folder = Path.of("src/test/resources/com/paycrypt/sdk");
        List<String> first = Files.readAllLines(folder.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf("`", 3)))
                .toList();
        JsonNode vectors =
                new ObjectMapper().readTree(folder.resolve("vectors.json").toFile());

        assertThat(first).containsAll(members(vectors, "signatures")).containsAll(members(vectors, "deliveries"));
        assertThat(first)
                .containsSubsequence(deliveries()
                        .map(Vectors.Delivery::reason)
                        .filter(Objects::nonNull)
                        .sorted()
                        .distinct()
                        .map(Enum::name)
                        .toList());
    }

    private static List<String> members(JsonNode vectors, String kind) {
        List<String> names = new ArrayList<>();
        vectors.path(kind).path(0).fieldNames().forEachRemaining(names::add);
        names.remove("name");
        return names;
    }

    private static void verdict(Vectors.Delivery vector, Function<String, @Nullable List<String>> headers) {
        WebhookVerifier verifier = verifier(vector);
        if (vector.reason() == null) {
            assertThat(verifier.verify(headers, vector.body()).rawBody()).isEqualTo(vector.body());
        } else {
            assertThatThrownBy(() -> verifier.verify(headers, vector.body()))
                    .isInstanceOfSatisfying(WebhookRejectedException.class, rejected -> {
                        assertThat(rejected.reason()).isEqualTo(vector.reason());
                        assertThat(rejected.httpStatus()).isEqualTo(vector.status());
                    });
        }
    }

    private static WebhookReceiver receiver(Vectors.Delivery vector, List<WebhookEvent> handled) {
        return WebhookReceiver.builder(verifier(vector)).handler(handled::add).build();
    }

    private static WebhookVerifier verifier(Vectors.Delivery vector) {
        WebhookVerifier.Builder builder =
                WebhookVerifier.builder(vector.credentials().get(0));
        vector.credentials().stream().skip(1).forEach(builder::alsoAccept);
        return builder.clock(vector.clock()).build();
    }
}
