package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** The ways in which JSON libraries write the same value, for guessing how a body looked before it was rewritten. */
public final class JsonVariants {
    /** Anyone may send what is rewritten here: what is nested deeper than an event may be is left alone. */
    private static final StreamReadConstraints BOUNDED = StreamReadConstraints.builder()
            .maxNestingDepth(StrictParser.MAX_DEPTH)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(BOUNDED).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonVariants() {}

    /**
     * Returns the same JSON in other spellings: compact or with spaces, members sorted or not, other letters escaped
     * or not; none if the bytes are not JSON.
     */
    public static Stream<byte[]> of(byte[] json) {
        try {
            Object value = MAPPER.readValue(json, Object.class);
            return writers().map(writer -> written(writer, value));
        } catch (IOException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static Stream<ObjectWriter> writers() {
        ObjectWriter inOrder = MAPPER.writer();
        return Stream.of(inOrder, inOrder.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS))
                .flatMap(order -> Stream.<PrettyPrinter>of(
                                new MinimalPrettyPrinter(""), new OneSpace(), new DefaultPrettyPrinter())
                        .map(order::with))
                .flatMap(JsonVariants::escaping);
    }

    /** Nothing, as most libraries do, or all that is not ASCII: in lower case, as Python and PayCrypt do, or in upper. */
    private static Stream<ObjectWriter> escaping(ObjectWriter writer) {
        ObjectWriter ascii = writer.with(JsonWriteFeature.ESCAPE_NON_ASCII);
        return Stream.of(writer, ascii.without(JsonWriteFeature.WRITE_HEX_UPPER_CASE), ascii);
    }

    private static byte[] written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a value that was read from JSON cannot be written", e);
        }
    }

    /** A space after commas and colons, as Python writes. */
    private static final class OneSpace extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }
    }
}
