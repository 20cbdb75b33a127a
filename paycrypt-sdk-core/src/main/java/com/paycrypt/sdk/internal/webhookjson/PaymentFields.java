package com.paycrypt.sdk.internal.webhookjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /**
     * Reads the data of an event that was found well-formed.
     *
     * @param body the bytes of the event
     * @param start where its data begins
     * @param end where its data ends, exclusive
     * @return the members; none where the data is no object
     */
    public static PaymentFields read(byte[] body, int start, int end) {
        PaymentFields flat = new PaymentFields(false);
        try (JsonParser parser = StrictFactory.INSTANCE.createParser(body, start, end - start)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                flat.readMembers(parser, body, start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("data that was well-formed a moment ago no longer is", e);
        }
        return flat.object == null ? flat : flat.object;
    }

    /**
     * Whether the members stood in a member {@code object}.
     *
     * @return true for the nested shape
     */
    public boolean isNested() {
        return nested;
    }

    /**
     * The text of a string, number or truth value.
     *
     * @param name the member's name
     * @return its text, or null where it is absent or something else
     */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /**
     * The metadata, in the order of the body.
     *
     * @return text by name; what is neither text nor null stands as its JSON
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readMembers(JsonParser parser, byte[] body, int offset) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            readMember(parser, parser.currentName(), body, offset);
        }
    }

    private void readMember(JsonParser parser, String name, byte[] body, int offset) throws IOException {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && name.equals("metadata")) {
            readMetadata(parser, body, offset);
        } else if (value == JsonToken.START_OBJECT && name.equals("object") && !nested) {
            object = new PaymentFields(true);
            object.readMembers(parser, body, offset);
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            texts.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    private void readMetadata(JsonParser parser, byte[] body, int offset) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                metadata.put(name, slice(parser, body, offset));
            } else if (value != JsonToken.VALUE_NULL) {
                metadata.put(name, parser.getText());
            }
        }
    }

    private static String slice(JsonParser parser, byte[] body, int offset) throws IOException {
        int start = offset + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = offset + (int) parser.currentLocation().getByteOffset();
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }
}
