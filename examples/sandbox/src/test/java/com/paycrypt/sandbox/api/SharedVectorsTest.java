package com.paycrypt.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paycrypt.sandbox.api.Rejection.Reason;
import com.paycrypt.sandbox.wire.ApiKey;
import com.paycrypt.sandbox.wire.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that the SDK's verifier is tested with: two independent implementations must agree on them. */
class SharedVectorsTest {
    private static final Path VECTORS =
            Path.of("../../paycrypt-sdk-core/src/test/resources/com/paycrypt/sdk/vectors.json");
    private static final Map<String, Reason> REASONS = Map.of(
            "UNKNOWN_KEY", Reason.UNKNOWN_KEY,
            "DUPLICATE_HEADER", Reason.DUPLICATE_HEADER,
            "MALFORMED_TIMESTAMP", Reason.BAD_TIMESTAMP,
            "TIMESTAMP_OUT_OF_WINDOW", Reason.STALE,
            "MALFORMED_SIGNATURE", Reason.BAD_SIGNATURE,
            "WRONG_SIGNATURE", Reason.BAD_SIGNATURE);

    static Stream<Arguments> signatures() {
        return vectors("signatures");
    }

    /** Those about the method have nothing to do with signatures. */
    static Stream<Arguments> deliveries() {
        return vectors("deliveries")
                .filter(vector -> !Objects.toString(vector.get()[1]).contains("\"status\":405"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void bothSignAlike(String name, JsonNode vector) {
        assertThat(Signature.of(
                        vector.path("secret").asText(), vector.path("timestamp").asText(), body(vector)))
                .isEqualTo(vector.path("signature").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deliveries")
    void bothAcceptAndRejectAlike(String name, JsonNode vector) throws IOException {
        Optional<Reason> expected =
                Optional.ofNullable(REASONS.get(vector.path("reason").asText()));

        assertThat(rejection(vector)).isEqualTo(expected);
    }

    private static Optional<Reason> rejection(JsonNode vector) throws IOException {
        Instant now = Instant.ofEpochSecond(vector.path("now").asLong());
        SignedRequest check = new SignedRequest(Clock.fixed(now, ZoneOffset.UTC), keys(vector));
        try {
            check.verify(name -> headers(vector, name), () -> body(vector));
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.rejection().reason())
                    .map(reason -> reason == Reason.MISSING_KEY ? Reason.UNKNOWN_KEY : reason);
        }
    }

    private static List<ApiKey> keys(JsonNode vector) {
        List<ApiKey> keys = new ArrayList<>();
        vector.path("accept")
                .forEach(pair ->
                        keys.add(new ApiKey(pair.path(0).asText(), pair.path(1).asText())));
        return keys;
    }

    private static List<String> headers(JsonNode vector, String name) {
        return StreamSupport.stream(vector.path("headers").spliterator(), false)
                .filter(header -> header.path(0).asText().equalsIgnoreCase(name))
                .map(header -> header.path(1).asText())
                .toList();
    }

    private static byte[] body(JsonNode vector) {
        return Base64.getDecoder().decode(vector.path("body").asText());
    }

    private static Stream<Arguments> vectors(String kind) {
        try {
            JsonNode vectors = new ObjectMapper().readTree(VECTORS.toFile()).path(kind);
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> Arguments.of(vector.path("name").asText(), vector));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
