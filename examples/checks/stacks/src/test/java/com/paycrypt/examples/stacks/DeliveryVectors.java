package com.paycrypt.examples.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The deliveries of the shared vectors, as they are sent over sockets. */
final class DeliveryVectors {
    private static final Path FILE =
            Path.of("../../../paycrypt-sdk-core/src/test/resources/com/paycrypt/sdk/vectors.json");

    private DeliveryVectors() {}

    /** Those that HTTP can transport: white space around a value, and characters beyond Latin-1, never arrive as sent. */
    static List<JsonNode> transportable() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        for (JsonNode vector : new ObjectMapper().readTree(FILE.toFile()).path("deliveries")) {
            if (headers(vector).stream().allMatch(header -> header.get(1).matches("[!-~]([ -~]*[!-~])?|"))) {
                vectors.add(vector);
            }
        }
        return vectors;
    }

    static Request request(JsonNode vector) throws IOException {
        return new Request(
                vector.path("method").asText(),
                headers(vector),
                vector.path("body").binaryValue());
    }

    private static List<List<String>> headers(JsonNode vector) {
        List<List<String>> headers = new ArrayList<>();
        vector.path("headers")
                .forEach(header -> headers.add(
                        List.of(header.path(0).asText(), header.path(1).asText())));
        return headers;
    }
}
