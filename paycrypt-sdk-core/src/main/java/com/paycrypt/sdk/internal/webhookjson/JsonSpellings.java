package com.paycrypt.sdk.internal.webhookjson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The ways in which JSON libraries write the same value, for guessing how a body looked before it was written anew. */
public final class JsonSpellings {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonSpellings() {}

    /**
     * The same JSON in other spellings: compact or with blanks, members sorted or not, other letters escaped or not.
     *
     * @param json the bytes
     * @return other bytes for the same value; none where the bytes are no JSON
     */
    public static List<byte[]> of(byte[] json) {
        try {
            return write(MAPPER.readValue(json, Object.class));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<byte[]> write(Object value) throws IOException {
        List<byte[]> spellings = new ArrayList<>();
        ObjectWriter inOrder = MAPPER.writer();
        for (ObjectWriter order : List.of(inOrder, inOrder.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS))) {
            for (PrettyPrinter blanks :
                    List.of(new MinimalPrettyPrinter(""), new OneBlank(), new DefaultPrettyPrinter())) {
                ObjectWriter writer = order.with(blanks);
                spellings.add(writer.writeValueAsBytes(value));
                spellings.add(writer.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(value));
            }
        }
        return spellings;
    }

    /** One blank behind commas and colons, as Python writes. */
    private static final class OneBlank extends MinimalPrettyPrinter {
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
