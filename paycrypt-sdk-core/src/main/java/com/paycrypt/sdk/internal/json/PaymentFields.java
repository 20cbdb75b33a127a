package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an event's data as text, whichever of its two shapes it has: flat, or with everything in a member
 * {@code object}. Strings and numbers are both held as text, since servers write ids and amounts as either.
 */
public final class PaymentFields {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final boolean nested;
    private @Nullable PaymentFields object;

    private PaymentFields(boolean nested) {
        this.nested = nested;
    }

    /** Reads the data of an event that was found well-formed; there are no members if it is not an object. */
    public static PaymentFields read(byte[] body, int start, int end) {
        if (start == end || body[start] != '{') {
            return new PaymentFields(false);
        }
        try {
            return readOnce(body, start, end);
        } catch (IOException e) {
            return readRepaired(body, start, end);
        }
    }

    /** The envelope was read, so nothing but halves of surrogate pairs can be in the way. */
    private static PaymentFields readRepaired(byte[] body, int start, int end) {
        byte[] repaired = body.clone();
        LoneSurrogates.replace(repaired);
        try {
            return readOnce(repaired, start, end);
        } catch (IOException e) {
            throw new IllegalStateException("data that was well-formed a moment ago no longer is", e);
        }
    }

    private static PaymentFields readOnce(byte[] body, int start, int end) throws IOException {
        try (StrictParser parser = StrictParser.of(body, start, end)) {
            PaymentFields flat = new PaymentFields(false);
            parser.json.nextToken();
            flat.readMembers(parser);
            return flat.object == null ? flat : flat.object;
        }
    }

    /** Whether the members stood in a member {@code object}. */
    public boolean isNested() {
        return nested;
    }

    /** The text of a string, number or truth value, or null if it is absent or something else. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** The metadata in the order of the body; a list or an object as its JSON. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readMembers(StrictParser parser) throws IOException {
        JsonParser json = parser.json;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("object") && !nested) {
                object = new PaymentFields(true);
                object.readMembers(parser);
            } else if (value == JsonToken.START_OBJECT && name.equals("metadata")) {
                readMetadata(parser);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private void readMetadata(StrictParser parser) throws IOException {
        while (parser.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.json.currentName();
            if (parser.json.nextToken() != JsonToken.VALUE_NULL) {
                metadata.put(name, parser.text());
            }
        }
    }
}
