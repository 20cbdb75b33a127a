package com.paycrypt.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.internal.sign.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
