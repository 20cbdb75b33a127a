package com.paycrypt.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON as the sandbox reads it, strictly, and writes it, in the three spellings seen of PayCrypt. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(64)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int MAX_SCALE = 400;
    private static final DefaultPrettyPrinter.Indenter NO_LINES = new DefaultPrettyPrinter.NopIndenter();
    private static final ObjectWriter SPACED = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEntrySpacing(Separators.Spacing.AFTER)
                            .withArrayValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(NO_LINES)
                    .withArrayIndenter(NO_LINES))
            .with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final ObjectWriter INDENTED = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    private static final ObjectWriter SORTED = MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /**
     * A new, empty object.
     *
     * @return the object
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * A new, empty array.
     *
     * @return the array
     */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Reads an object: strict UTF-8, no duplicate keys, no half characters, nothing after it, bounded depth, and no number
     * that takes more digits to write than a double has.
     *
     * @param bytes the raw bytes
     * @return the object, or empty if the bytes are anything else
     */
    public static Optional<ObjectNode> readObject(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return MAPPER.readTree(text) instanceof ObjectNode object && isBounded(object) && isText(object.toString())
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /**
     * Writes without blanks, keys in the order they were put.
     *
     * @param json what to write
     * @return UTF-8 bytes
     */
    public static byte[] compact(JsonNode json) {
        return write(MAPPER.writer(), json);
    }

    /**
     * Writes as running servers answer: keys sorted, a newline at the end.
     *
     * @param json what to write
     * @return UTF-8 bytes
     */
    public static byte[] sorted(JsonNode json) {
        Object asMap = MAPPER.convertValue(json, Object.class);
        return (new String(write(SORTED, asMap), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes as webhooks are written: ASCII with {@code \}{@code u} escapes and a blank after each colon and comma, so
     * that a receiver which parses the body and writes it again before it verifies is found out.
     *
     * @param json what to write
     * @return ASCII bytes
     */
    public static byte[] spaced(JsonNode json) {
        return write(SPACED, json);
    }

    /**
     * Writes for people.
     *
     * @param json what to write
     * @return UTF-8 bytes
     */
    public static byte[] indented(JsonNode json) {
        return write(INDENTED, json);
    }

    /**
     * Reads a value that {@link #text} has written.
     *
     * @param text JSON text
     * @return the value
     */
    public static JsonNode value(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("what was written as JSON can be read", e);
        }
    }

    /**
     * Writes without whitespace.
     *
     * @param json what to write
     * @return JSON text
     */
    public static String text(JsonNode json) {
        return new String(compact(json), StandardCharsets.UTF_8);
    }

    /**
     * Returns a decimal as servers write it that know floats alone: the double next to it, with one decimal at least.
     *
     * @param exact the decimal
     * @return such as {@code 49.0} of {@code 49.00}
     */
    public static BigDecimal asFloat(BigDecimal exact) {
        BigDecimal nearest = new BigDecimal(Double.toString(exact.doubleValue()));
        return nearest.stripTrailingZeros().scale() < 1 ? nearest.setScale(1) : nearest.stripTrailingZeros();
    }

    /** A short number such as 1e999999999 would be written out with a thousand million zeros. */
    private static boolean isBounded(JsonNode json) {
        if (json.isBigDecimal()) {
            return Math.abs((long) json.decimalValue().scale()) <= MAX_SCALE;
        }
        for (JsonNode child : json) {
            if (!isBounded(child)) {
                return false;
            }
        }
        return true;
    }

    /** Half a surrogate pair can be written as an escape, but never again as UTF-8. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static byte[] write(ObjectWriter writer, Object json) {
        try {
            return writer.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values always becomes JSON", e);
        }
    }
}
