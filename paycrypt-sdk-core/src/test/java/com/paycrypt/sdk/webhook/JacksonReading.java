package com.paycrypt.sdk.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An event as Jackson's strict reading has it: whatever the SDK says of an accepted body must agree with it. */
final class JacksonReading {
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode event;

    private JacksonReading(JsonNode event) {
        this.event = event;
    }

    static JacksonReading of(byte[] body) throws JsonProcessingException {
        return new JacksonReading(STRICT.readTree(new String(body, StandardCharsets.UTF_8)));
    }

    void agreesWith(WebhookEvent found) throws JsonProcessingException {
        assertThat(event.isObject()).isTrue();
        assertThat(found.type()).isEqualTo(event.path("type").textValue());
        JsonNode id = event.path("id");
        assertSame(id.isBoolean() ? missing() : id, Optional.of(found.id()).filter(text -> !text.isEmpty()));
        assertThat(found.data().isEmpty()).isEqualTo(!event.has("data"));
        if (event.has("data")) {
            assertThat(STRICT.readTree(found.data())).isEqualTo(event.get("data"));
        }
        payment(found.payment());
    }

    private void payment(Payment found) {
        JsonNode data = event.path("data");
        JsonNode fields = data.path("object").isObject() ? data.get("object") : data.isObject() ? data : missing();
        assertSame(scalar(fields.path("order_id")), found.orderId());
        assertSame(scalar(fields.path("status")), found.status());
        assertSame(scalar(fields.path("tx_hash")), found.txHash());
        metadata(fields.path("metadata"), found.metadata());
    }

    private static void metadata(JsonNode wanted, Map<String, String> found) {
        Map<String, JsonNode> present = new TreeMap<>();
        if (wanted.isObject()) {
            wanted.properties().forEach(member -> present.put(member.getKey(), member.getValue()));
        }
        present.values().removeIf(JsonNode::isNull);
        assertThat(found).containsOnlyKeys(present.keySet());
        present.forEach((name, value) -> {
            if (!value.isContainerNode()) {
                assertThat(sameText(value, requireNonNull(found.get(name)))).isTrue();
            }
        });
    }

    /** Text and numbers; the empty text is as good as none. */
    private static void assertSame(JsonNode wanted, Optional<String> found) {
        if (wanted.isNumber() || (wanted.isTextual() && !wanted.textValue().isEmpty()) || wanted.isBoolean()) {
            assertThat(found)
                    .hasValueSatisfying(
                            text -> assertThat(sameText(wanted, text)).isTrue());
        } else {
            assertThat(found).isEmpty();
        }
    }

    private static boolean sameText(JsonNode wanted, String text) {
        return wanted.isNumber()
                ? new BigDecimal(text).compareTo(wanted.decimalValue()) == 0
                : wanted.asText().equals(text);
    }

    private static JsonNode scalar(JsonNode node) {
        return node.isContainerNode() ? missing() : node;
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }
}
