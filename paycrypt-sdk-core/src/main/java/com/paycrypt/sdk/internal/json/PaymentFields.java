package com.paycrypt.sdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
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
     * @return the members; none if the data is not an object
     */
    public static PaymentFields read(byte[] body, int start, int end) {
        if (start == end || body[start] != '{') {
            return new PaymentFields(false);
        }
        try {
            return StrictParser.read(body, start, end - start, parser -> read(new Data(parser, body, start)));
        } catch (IOException | MalformedJsonException e) {
            throw new IllegalStateException("data that was well-formed a moment ago no longer is", e);
        }
    }

    private static PaymentFields read(Data data) throws IOException {
        PaymentFields flat = new PaymentFields(false);
        data.json().nextToken();
        flat.readMembers(data);
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
     * @return its text, or null if it is absent or something else
     */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /**
     * The metadata, in the order of the body.
     *
     * @return text by name; a list or an object as its JSON
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readMembers(Data data) throws IOException {
        JsonParser json = data.json();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("object") && !nested) {
                object = new PaymentFields(true);
                object.readMembers(data);
            } else if (value == JsonToken.START_OBJECT && name.equals("metadata")) {
                readMetadata(data);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private void readMetadata(Data data) throws IOException {
        while (data.json().nextToken() == JsonToken.FIELD_NAME) {
            String name = data.json().currentName();
            if (data.json().nextToken() != JsonToken.VALUE_NULL) {
                metadata.put(name, data.text());
            }
        }
    }

    /** The data while it is read, and where in the body it begins. */
    private record Data(StrictParser parser, byte[] body, int start) {
        JsonParser json() {
            return parser.json;
        }

        /** The text of a scalar; a list or an object as it stands in the body. */
        String text() throws IOException {
            if (json().currentToken().isScalarValue()) {
                return json().getText();
            }
            int from = start + parser.start();
            json().skipChildren();
            return new String(body, from, start + parser.end() - from, StandardCharsets.UTF_8);
        }
    }
}
